"""A page's video in sign language, and whether it says what the page's texts say."""

from typing import Any

from vision_pages.models.fingerprints import fingerprint_of
from vision_pages.models.release import Release


def video_of(page: Any) -> Any:
    """Give the block of a page's video, if it has one."""
    return next(iter(getattr(page, "sign_language_video", None) or ()), None)


def name_of_video(page: Any) -> str:
    """Name a page's video, differently once it's another one; nothing where there is none."""
    block = video_of(page)
    if block is None:
        return ""
    file = block.value.get("file")
    return f"{file.pk} {file.get_file_hash()}" if file else str(block.value.get("url") or "")


def noted_of_video(page: Any, texts: str) -> dict[str, str]:
    """Say which video a page is published with, and what the texts said when that was new."""
    name = name_of_video(page)
    before = Release.objects.filter(page=page, video=name).first() if name else None
    made_from = before.video_texts if before else texts
    return {"video": name, "video_texts": made_from if name else ""}


def is_behind(page: Any) -> bool:
    """Say whether a page as it is in memory says something else than its public video."""
    name = name_of_video(page)
    release = Release.objects.filter(page=page, video=name).first() if name else None
    if release is None or not release.video_texts:
        return False
    return release.video_texts != fingerprint_of(page)

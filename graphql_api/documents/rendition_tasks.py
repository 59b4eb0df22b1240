"""Makes the renditions of the library's images in the background, once for all readers.

Whoever changes an image enqueues a task; nobody who reads ever makes a file.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from hashlib import file_digest
from pathlib import PurePath
from typing import Any, NamedTuple

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import Q
from django_tasks import task
from wagtail.images import get_image_model

from graphql_api.documents.identity import parsed, source, source_of
from graphql_api.documents.image_encoding import EncodedFile, EncodedPreset, decoded, encoded
from graphql_api.documents.models import RenditionSet
from graphql_api.documents.renditions import described, recipe, state
from graphql_api.documents.thumbhash import thumbhash
from graphql_api.documents.visibility import private_collections

Presets = dict[str, EncodedPreset]


class Picture(NamedTuple):
    """All that is made of an image; of a vector graphic, which needs nothing, None is made."""

    size: tuple[int, int]
    thumbhash: str
    presets: Presets


class BrokenImage(Exception):
    """An image whose renditions cannot be made; says which and why."""


@task()
def make_renditions(pk: str) -> None:
    """Bring an image's renditions up to date."""
    prepare(pk)


def enqueue(sources: Iterable[str]) -> None:
    """Look after the renditions of those rows that are images, once the transaction is over."""
    for name in sources:
        model, pk = parsed(name)
        if model is get_image_model():
            transaction.on_commit(partial(make_renditions.enqueue, pk), robust=True)


def all_images() -> list[str]:
    """Name all images there are, and all that something was made of."""
    pks = get_image_model()._base_manager.order_by("pk").values_list("pk", flat=True)
    named = RenditionSet.objects.order_by("pk").values_list("source", flat=True)
    known = [parsed(name) for name in named]
    old = [pk for model, pk in known if model is get_image_model()]
    return [*dict.fromkeys([*map(str, pks), *old])]


def prepare(pk: Any, *, again: bool = False) -> bool:
    """Make an image's renditions and say whether there was anything to do.

    One that is gone or private has none. Raise BrokenImage where they cannot be made; `again`
    tries a file with which that was found before.
    """
    known = RenditionSet.objects.filter(source=source(get_image_model(), pk)).first()
    image = public_image(pk)
    if image is None:
        return known is not None and forget(known)
    checksum = ""
    try:
        checksum = checksum_of(image)
        if known and is_settled(known, image, checksum) and not (again and known.error):
            return False
        picture = None if image.is_svg() else made(image)
    except Exception as error:
        note(image, known, checksum, error)
        raise BrokenImage(f"{image.title} ({source_of(image)}): {error!r}") from error
    return put(image, checksum, picture)


def public_image(pk: Any, *, locked: bool = False) -> Any:
    rows = get_image_model()._base_manager.filter(pk=pk)
    image = (rows.select_for_update() if locked else rows).first()
    return None if image is None or image.collection_id in private_collections() else image


def checksum_of(image: Any) -> str:
    with image.open_file() as file:
        return file_digest(file, "sha256").hexdigest()


def is_settled(known: RenditionSet, image: Any, checksum: str) -> bool:
    return (known.state, known.checksum, known.recipe) == (state(image), checksum, recipe())


def made(image: Any) -> Picture:
    picture = decoded(image)
    return Picture(picture.size, thumbhash(picture), dict(encoded(image, picture)))


def put(image: Any, checksum: str, picture: Picture | None) -> bool:
    """Store what was made of an image in the place of what there was.

    Give False if it is not that image any more: whoever changed it enqueued another task.
    """
    made = RenditionSet(
        source=source_of(image), state=state(image), checksum=checksum, recipe=recipe()
    )
    if picture is None:
        return replace(image, made, [])
    with stored(image, checksum, picture.presets) as names:
        made.files = [*names.values()]
        made.data = described(picture.size, picture.thumbhash, picture.presets, names)
        replaced = replace(image, made, rows(image, picture.presets, names))
        if not replaced:
            names_gone(names)
        return replaced


@contextmanager
def stored(image: Any, checksum: str, presets: Presets) -> Iterator[dict[str, str]]:
    """Store files and give their names by Wagtail's specs; remove them if an error follows."""
    field = rendition_model()._meta.get_field("file")
    names: dict[str, str] = {}
    try:
        for file in files(presets):
            if file.spec not in names:
                wanted = field.generate_filename(field.model(), file_name(image, checksum, file))
                names[file.spec] = field.storage.save(wanted, ContentFile(file.content))
        yield names
    except BaseException:
        names_gone(names)
        raise


def names_gone(names: dict[str, str]) -> None:
    storage = rendition_model()._meta.get_field("file").storage
    for name in names.values():
        storage.delete(name)


def rendition_model() -> Any:
    return get_image_model().get_rendition_model()


def files(presets: Presets) -> Iterator[EncodedFile]:
    return (file for preset in presets.values() for file in preset.files)


def file_name(image: Any, checksum: str, file: EncodedFile) -> str:
    """Name a file by what it shows: another content, or another cut, has another address."""
    stem = PurePath(image.file.name).stem[:30]
    size = file.spec.partition("|")[0]
    return f"{stem}.{checksum[:8]}{file.focal_point_key}.{size}.{file.extension}"


def rows(image: Any, presets: Presets, names: dict[str, str]) -> list[Any]:
    """Give Wagtail's own rows of the files: they go with the image, and templates find them."""
    model = rendition_model()
    found = {
        file.spec: model(
            image=image,
            filter_spec=file.spec,
            focal_point_key=file.focal_point_key,
            file=names[file.spec],
            width=file.width,
            height=file.height,
        )
        for file in files(presets)
    }
    return [*found.values()]


def replace(image: Any, made: RenditionSet, renditions: list[Any]) -> bool:
    with transaction.atomic():
        current = public_image(image.pk, locked=True)
        if current is None or state(current) != made.state:
            return False
        known = RenditionSet.objects.filter(source=made.source).first()
        remove_old(current, known, made, renditions)
        rendition_model().objects.bulk_create(renditions)
        made.pk = None if known is None else known.pk
        made.save()
        return True


def remove_old(
    image: Any, known: RenditionSet | None, made: RenditionSet, renditions: list[Any]
) -> None:
    """Remove our renditions of before; if the file is another one, everybody's."""
    specs = [each.filter_spec for each in renditions]
    wrong = Q(filter_spec__in=specs)
    if known is not None:
        wrong |= Q(file__in=known.files)
        if known.checksum not in {"", made.checksum}:
            wrong = Q()
        # Else their deletion would be taken for somebody's wish to have them made anew.
        RenditionSet.objects.filter(pk=known.pk).update(files=[])
    image.renditions.filter(wrong).delete()


def forget(known: RenditionSet) -> bool:
    """Remove the renditions of an image that nobody may see any more."""
    with transaction.atomic():
        known.delete()
        rendition_model().objects.filter(file__in=known.files).delete()
    return True


def note(image: Any, known: RenditionSet | None, checksum: str, error: Exception) -> None:
    """Remember that an image is broken; what was made of it before stays until it is another."""
    if known is not None:
        if known.state == state(image) and not known.error:
            return
        forget(known)
    RenditionSet.objects.create(
        source=source_of(image),
        state=state(image),
        checksum=checksum,
        recipe=recipe(),
        error=repr(error),
    )

"""The addresses of files."""

from typing import Any

from django.urls import path

from vision_pages.admin.exchange.downloads import download
from vision_pages.admin.exchange.reviews import ReviewView
from vision_pages.admin.exchange.uploads import TranslationFilesView, UploadView

ONE = "localize/translate/<int:translation_id>"


def urls() -> list[Any]:
    """Give ours, and in their places those that wagtail-localize has for PO files."""
    files = TranslationFilesView.as_view()
    return [
        path("localize/import/", UploadView.as_view(), name="vision_pages_import"),
        path("localize/import/<uuid:pk>/", ReviewView.as_view(), name="vision_pages_review_upload"),
        path(f"{ONE}/files/", files, name="vision_pages_translation_files"),
        path(f"{ONE}/files/<str:kind>/", download, name="vision_pages_download_translation"),
        path(f"{ONE}/pofile/upload/", files, name="vision_pages_upload_po_file"),
        path(
            f"{ONE}/pofile/download/",
            download,
            {"kind": "po"},
            name="vision_pages_download_po_file",
        ),
    ]

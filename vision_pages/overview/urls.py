"""The addresses of the reports."""

from typing import Any

from django.urls import path

from vision_pages.overview.care_report import CareView
from vision_pages.overview.initiative_report import InitiativesView, TimelineView
from vision_pages.overview.start_report import StartView
from vision_pages.overview.translation_files import TranslationFilesView
from vision_pages.overview.translation_report import TranslationsView

REPORTS: dict[str, Any] = {
    "initiatives": InitiativesView,
    "initiatives_timeline": TimelineView,
    "care": CareView,
    "translations": TranslationsView,
    "start": StartView,
}

app_name = "vision_pages_overview"
urlpatterns = [
    path("translations/files/", TranslationFilesView.as_view(), name="translations_files"),
    *(
        pattern
        for name, view in REPORTS.items()
        for pattern in (
            path(f"{name.replace('_', '/')}/", view.as_view(), name=name),
            path(
                f"{name.replace('_', '/')}/results/",
                view.as_view(results_only=True),
                name=f"{name}_results",
            ),
        )
    ),
]

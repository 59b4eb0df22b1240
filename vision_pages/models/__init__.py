"""Everything editors edit."""

from vision_pages.models.actor import Actor
from vision_pages.models.contact import ContactPoint
from vision_pages.models.finding import PageCheck, PageFinding
from vision_pages.models.leitbild import (
    LeitbildEntryPage,
    LeitbildEntryVision,
    LeitbildHistoryPage,
)
from vision_pages.models.media import AccessibleDocument, CreditedImage, CreditedImageRendition
from vision_pages.models.participation import ParticipationEvent
from vision_pages.models.programme import FeaturedPage, ProgrammePage
from vision_pages.models.project import (
    ProjectActor,
    ProjectIndexPage,
    ProjectLocation,
    ProjectPage,
    ProjectVision,
)
from vision_pages.models.reader_group import ReaderGroupTask, ReaderGroupTaskState
from vision_pages.models.release import Release
from vision_pages.models.site_settings import SiteSettings
from vision_pages.models.stage import StagePage
from vision_pages.models.taxonomy import District, FieldOfAction, StrategicGoal, Strategy
from vision_pages.models.translation_start import TranslationStart
from vision_pages.models.upload import TranslationUpload
from vision_pages.models.vision import VisionActor, VisionLink, VisionPage

__all__ = [
    "AccessibleDocument",
    "Actor",
    "ContactPoint",
    "CreditedImage",
    "CreditedImageRendition",
    "District",
    "FeaturedPage",
    "FieldOfAction",
    "LeitbildEntryPage",
    "LeitbildEntryVision",
    "LeitbildHistoryPage",
    "PageCheck",
    "PageFinding",
    "ParticipationEvent",
    "ProgrammePage",
    "ProjectActor",
    "ProjectIndexPage",
    "ProjectLocation",
    "ProjectPage",
    "ProjectVision",
    "ReaderGroupTask",
    "ReaderGroupTaskState",
    "Release",
    "SiteSettings",
    "StagePage",
    "StrategicGoal",
    "Strategy",
    "TranslationStart",
    "TranslationUpload",
    "VisionActor",
    "VisionLink",
    "VisionPage",
]

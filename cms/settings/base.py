"""What holds for the site wherever it runs."""

from pathlib import Path

from corsheaders.defaults import default_headers
from django.urls import reverse_lazy

from cms.database import database

BASE_DIR = Path(__file__).resolve().parents[2]

INSTALLED_APPS = [
    # Ours come first: they override management commands and templates of those below.
    "graphql_api",
    "vision_pages",
    "cms",
    # Without wagtail_localize.locales, which would copy the whole tree into a new language.
    "wagtail_localize",
    "wagtail.contrib.settings",
    "wagtail.contrib.redirects",
    "wagtail.contrib.table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.locales",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    # This is the app modelsearch; naming both would register it twice.
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "corsheaders",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    # Wagtail says “a minute ago” in its words.
    "django.contrib.humanize",
]

MIDDLEWARE = [
    # Before whatever may answer itself.
    "corsheaders.middleware.CorsMiddleware",
    "django.middleware.security.SecurityMiddleware",
    # All that follows is for people with a browser.
    "graphql_api.http.direct.DirectAnswers",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "cms.language.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "graphql_api.documents.refusal.RefusedChange",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.debug",
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
            ],
        },
    },
]

ROOT_URLCONF = "cms.urls"
WSGI_APPLICATION = "cms.wsgi.application"

DATABASES = {"default": database(BASE_DIR)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{validator}"}
    for validator in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

LANGUAGE_CODE = "de"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [
    ("de", "Deutsch"),
    ("de-simple", "Leichte Sprache"),
    ("en", "English"),
    ("tr", "Türkçe"),
    ("fr", "Français"),
    ("uk", "Українська"),
    ("ar", "العربية"),
]
# What is served where a page is missing in a language, best first.
GRAPHQL_API_FALLBACKS = {
    "de-simple": ["de"],
    "en": ["de"],
    "tr": ["de"],
    "fr": ["en", "de"],
    "uk": ["en", "de"],
    "ar": ["en", "de"],
}
# Browsers of other origins ask the API, nothing else, and show nobody's cookies.
CORS_URLS_REGEX = r"^/graphql/"
CORS_ALLOW_METHODS = ["GET", "OPTIONS", "POST"]
CORS_ALLOW_HEADERS = [*default_headers, "x-as-of", "x-preview-token", "x-site"]
CORS_EXPOSE_HEADERS = ["X-GraphQL-Limits", "X-GraphQL-Usage"]

LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "Europe/Berlin"
WAGTAIL_USER_TIME_ZONES = [TIME_ZONE]
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "static"
# The folder of a frontend that is served at the addresses of pages; none unless in development.
FRONTEND: Path | None = None
MEDIA_URL = "/media/"
MEDIA_ROOT = BASE_DIR / "media"

# A page with many rows has more form fields than Django's default allows.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

WAGTAIL_SITE_NAME = "Leitbild"
WAGTAILADMIN_USER_LOGIN_FORM = "cms.login.LoginForm"
WAGTAIL_FRONTEND_LOGIN_URL = reverse_lazy("wagtailadmin_login")
WAGTAILADMIN_PERMITTED_LANGUAGES = [("de", "Deutsch"), ("en", "English")]
WAGTAILIMAGES_IMAGE_MODEL = "vision_pages.CreditedImage"
WAGTAILDOCS_DOCUMENT_MODEL = "vision_pages.AccessibleDocument"
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "mp4", "odt", "pdf", "pptx", "txt", "vtt", "xlsx", "zip"]
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}

# Editors do not wait for the sizes of their images.
TASKS = {"default": {"BACKEND": "cms.background.BackgroundBackend"}}

WAGTAIL_I18N_ENABLED = True
WAGTAIL_ALLOW_UNICODE_SLUGS = True
# A translation goes live when its translator publishes it, not when its source does.
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
WAGTAILLOCALIZE_DISABLE_ON_DELETE = True
# It asks no service: none is named in VISION_PAGES_MACHINE_TRANSLATION.
WAGTAILLOCALIZE_MACHINE_TRANSLATOR = {"CLASS": "vision_pages.translation.machine.Engines"}

# No request leaves the machine: no update check, no avatars, no embeds from elsewhere.
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAILEMBEDS_FINDERS: list[dict[str, str]] = []

"""Django's settings, made from the environment; nothing here is secret."""

from __future__ import annotations

import secrets
import sys
from pathlib import Path
from urllib.parse import urlsplit

from django.utils.translation import gettext_lazy as _

from shubbak.people.sign_in_settings import SETTINGS as SIGN_IN

from .environment import Environment, database
from .logs import logging_words
from .protection import protection

ENV = Environment.read()
BASE_DIR = Path(__file__).resolve().parent.parent
DEMO = ENV.demo
SHUBBAK_HOME = ENV.home
SHUBBAK_PUBLIC_URL = ENV.public_url
NODE = ENV.node
TRAIL_ANCHORS = ENV.anchors
TESTING = "pytest" in sys.modules

SECRET_KEY = ENV.secret_key or secrets.token_urlsafe(64)  # a key of the moment: sessions need the kept one
DEBUG = False
ALLOWED_HOSTS = [*ENV.allowed_hosts, urlsplit(SHUBBAK_PUBLIC_URL).hostname or "", "localhost", "127.0.0.1", "[::1]"]
ROOT_URLCONF = "shubbak.config.urls"
WSGI_APPLICATION = "shubbak.config.wsgi.application"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "django_htmx",
    "procrastinate.contrib.django",
    "shubbak.design",
    "shubbak.trail",
    "shubbak.places",
    "shubbak.people",
    "shubbak.catalogue",
    "shubbak.documents",
    "shubbak.notices",
    "shubbak.payments",
    "shubbak.correspondence",
    "shubbak.archive",
    "shubbak.visits",
    "shubbak.cases",
    "shubbak.rollout",
    "shubbak.insight",
    "shubbak.portal",
    "shubbak.counter",
    "shubbak.desk",
    "shubbak.api",
    "shubbak.demo",
]

DATABASES = {
    "default": database(ENV.database_url or "postgresql://shubbak_app@127.0.0.1/shubbak"),
    "owner": database(ENV.database_owner_url or "postgresql://shubbak_owner@127.0.0.1/shubbak"),
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "people.Account"

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "shubbak.config.language.LanguageMiddleware",
    "shubbak.people.middleware.ActorMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "shubbak.config.web.paths.keepable",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "shubbak.design.context.page",
            ],
        },
    },
]

LANGUAGE_CODE = "ar"
LANGUAGES = [("ar", _("Arabic")), ("en", _("English"))]
LANGUAGE_COOKIE_NAME = "lang"
# Our words stand before those that installed packages bring for the same English.
LOCALE_PATHS = [BASE_DIR / "config" / "locale", *sorted(BASE_DIR.glob("*/locale"))]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Africa/Cairo"

STATIC_URL = "/static/"
STATIC_ROOT = SHUBBAK_HOME / "static"
_STATIC = "django.contrib.staticfiles.storage.StaticFilesStorage" if TESTING else "whitenoise.storage.%s"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": _STATIC.replace("%s", "CompressedManifestStaticFilesStorage")},
}
WHITENOISE_MAX_AGE = 3600
WHITENOISE_KEEP_ONLY_HASHED_FILES = True

PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"
PROCRASTINATE_IMPORT_PATHS = ["shubbak.config.jobs"]

LOGGING = logging_words(ENV.demo)
globals().update(SIGN_IN)
globals().update(protection(plain=ENV.plain_http))

"""Settings of Claims Tracker, from the environment only. Each variable has a row in the README."""

from pathlib import Path

import django_stubs_ext
import pghistory
import structlog
from csp.constants import NONE, SELF

from claims_tracker.environment import current

django_stubs_ext.monkeypatch()  # lets Django's classes take their type in brackets

BASE_DIR = Path(__file__).resolve().parent.parent
env = current()

# --- the site ---------------------------------------------------------------------------------
DEBUG = env.flag("DEBUG")
SITE_URL = env.site_url("SITE_URL", "http://127.0.0.1:8000")
SITE_NAME = env.text("SITE_NAME", "Claims Tracker")
PUBLISHER = env.text("PUBLISHER", SITE_NAME)
CONTACT_EMAIL = env.text("CONTACT_EMAIL", "editors@localhost")
DATA_LICENCE = env.text("DATA_LICENCE", "CC BY 4.0")
DEMO_NOTICE = env.text("DEMO_NOTICE")
DEMO_READY_FILE = env.text("DEMO_READY_FILE")
DEMO_SITE_PORT = env.text("DEMO_SITE_PORT")
# Pure commands (read, compare, evaluate) need neither secret nor database; everything that
# answers the network is started with both, and `check --deploy` and `doctor` say so.
SECRET_KEY = env.secret("SECRET_KEY", debug=DEBUG or not env.text("DATABASE_URL"))
ALLOWED_HOSTS = env.hosts("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]"])
CSRF_TRUSTED_ORIGINS = [SITE_URL]
TRUSTED_PROXIES = env.proxies("TRUSTED_PROXIES")
FETCH_ALLOW_HOSTS = env.items("FETCH_ALLOW_HOSTS")
FETCH_USER_AGENT = f"ClaimsTracker/0.1 (+{SITE_URL}; {CONTACT_EMAIL})"

ROOT_URLCONF = "claims_tracker.urls"
WSGI_APPLICATION = "claims_tracker.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
LANGUAGE_CODE = "en-gb"
TIME_ZONE = "UTC"
USE_TZ = True
USE_I18N = True
FORMAT_MODULE_PATH = "claims_tracker.formats"

INSTALLED_APPS = [
    "claims_tracker.accounts",
    "claims_tracker.desk",
    "claims_tracker",
    "claims",
    "sources",
    "events",
    "claims_tracker.desk.site.DeskAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "pgtrigger",
    "pghistory",
    "django_structlog",
    "rest_framework",
    "django_filters",
    "knox",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "axes",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
    "import_export",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "claims_tracker.conditional.PublicAnswers",
    "csp.middleware.CSPMiddleware",
    "claims_tracker.middleware.ReaderPagesHaveNoSession",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "claims_tracker.accounts.middleware.SessionsInSight",
    "claims_tracker.accounts.middleware.SecondFactorFirst",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "claims_tracker.middleware.CleanText",
    "claims_tracker.middleware.HistoryContext",
    "django_structlog.middlewares.RequestMiddleware",
    "axes.middleware.AxesMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "claims_tracker.context.site",
            ],
        },
    },
]

# --- services ---------------------------------------------------------------------------------
# No address gives an empty entry: pure commands run, and whatever needs the database says so.
DATABASE = env.database("DATABASE_URL")
DATABASES = {"default": DATABASE} if DATABASE else {}
REDIS_URL = env.broker("REDIS_URL")
CACHES = {
    "default": {
        "BACKEND": "claims_tracker.cache.ForgivingRedisCache",
        "LOCATION": REDIS_URL,
        "KEY_PREFIX": "claims",
    }
    if REDIS_URL
    else {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
}

CELERY_BROKER_URL = REDIS_URL or "memory://"
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TASK_TIME_LIMIT = 180
CELERY_TASK_SOFT_TIME_LIMIT = 150
# A request must not wait for a dead broker: the row is the truth, the sweeper finds it.
CELERY_TASK_PUBLISH_RETRY = False
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": 600,
    "socket_timeout": 5,
    "socket_connect_timeout": 2,
    # Without these a publisher waits for a dead broker for ever.
    "max_retries": 0,
    "interval_start": 0,
    "interval_step": 0,
    "interval_max": 0,
}
CELERY_BEAT_SCHEDULE_FILENAME = env.text("CELERY_BEAT_SCHEDULE", "/tmp/claims-tracker-beat")  # noqa: S108 - holds times only; compose and the demo set their own
CELERY_BEAT_SCHEDULE = {
    # One that no worker took before the next is sent is worth nothing any more.
    name: {"task": task, "schedule": seconds, "options": {"expires": seconds}}
    for name, task, seconds in (
        ("sweep", "claims.tasks.sweep", 10.0),
        ("sweep-unread", "claims.tasks.sweep_unread", 60.0),
        ("poll-feeds", "sources.tasks.poll_feeds", 30.0),
        ("lost-words", "claims_tracker.desk.tasks.look_for_lost_words", 3600.0),
        ("heartbeat", "claims_tracker.tasks.heartbeat", 15.0),
    )
}

# --- people -----------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "admin:login"
LOGIN_REDIRECT_URL = "admin:index"  # also where a "next" of another site leads
AXES_FAILURE_LIMIT = 8
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_TEMPLATE = "accounts/locked.html"
AXES_SENSITIVE_PARAMETERS: list[str] = ["password", "code"]
AXES_CLIENT_IP_CALLABLE = "claims_tracker.accounts.devices.counted_by"
REQUIRE_SECOND_FACTOR = env.flag("REQUIRE_SECOND_FACTOR")
OTP_TOTP_ISSUER = SITE_NAME
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SITE_URL.startswith("https://")
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 60 * 60 * 12
ADMIN_USER = env.text("ADMIN_USER")

EMAIL_URL = env.text("EMAIL_URL")
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
DEFAULT_FROM_EMAIL = SERVER_EMAIL = CONTACT_EMAIL
if EMAIL_URL:
    EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    vars().update(env.email("EMAIL_URL"))

# --- security ---------------------------------------------------------------------------------
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if SITE_URL.startswith("https://"):
    SECURE_HSTS_SECONDS = 31_536_000
    SECURE_SSL_REDIRECT = env.flag("SSL_REDIRECT", default=True)
    SECURE_REDIRECT_EXEMPT = ["^healthz$", "^readyz$"]
if TRUSTED_PROXIES:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "manifest-src": [SELF],
    }
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 6 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000

# --- static files -----------------------------------------------------------------------------
STATIC_URL = "static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = Path(env.text("STATIC_ROOT", str(BASE_DIR / "staticfiles")))
WHITENOISE_USE_FINDERS = not STATIC_ROOT.is_dir()
WHITENOISE_AUTOREFRESH = DEBUG

# --- API --------------------------------------------------------------------------------------
API_LIMITS = {"anonymous": 120, "token": 600}  # requests a minute
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["claims_tracker.api.authentication.BearerToken"],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.AllowAny"],
    "DEFAULT_PAGINATION_CLASS": "claims_tracker.api.pagination.KeysetPagination",
    "DEFAULT_FILTER_BACKENDS": ["claims_tracker.api.filters.StrictFilterBackend"],
    "DEFAULT_THROTTLE_CLASSES": ["claims_tracker.api.throttling.Throttle"],
    "EXCEPTION_HANDLER": "claims_tracker.api.problems.handler",
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["claims_tracker.api.parsing.PlainJSONParser"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "UNAUTHENTICATED_USER": "django.contrib.auth.models.AnonymousUser",
}
KNOX_TOKEN_MODEL = "accounts.ApiToken"  # noqa: S105 - a model
MIGRATION_MODULES = {"knox": None}  # they would make the table of the model that ours replaces
REST_KNOX = {
    "AUTH_HEADER_PREFIX": "Bearer",
    "TOKEN_TTL": None,
    "SECURE_HASH_ALGORITHM": "hashlib.sha512",
}
SPECTACULAR_SETTINGS = {
    "TITLE": f"{SITE_NAME} API",
    "DESCRIPTION": "Who claims what about an event, when, on which words, and what contradicts.",
    "VERSION": "1.0.0",
    "OAS_VERSION": "3.1.1",
    "SERVE_INCLUDE_SCHEMA": False,
    "SWAGGER_UI_DIST": "SIDECAR",
    # For who reads by keyboard or with weak eyes: no link inside a button, no pale colours.
    "SWAGGER_UI_SETTINGS": {"deepLinking": False, "syntaxHighlight": False},
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "ENUM_NAME_OVERRIDES": {
        "ActorKind": "events.choices.ActorKind",
        "EventKind": "events.choices.EventKind",
        "ContradictionKind": "claims.choices.Kind",
        "EvidenceKind": "claims.choices.EvidenceKind",
        "Status": "claims.choices.Status",
        "IngestState": "sources.choices.IngestState",
        "ContradictionState": "claims.choices.ContradictionState",
    },
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enums",
        "claims_tracker.api.docs.with_problems",
    ],
}

# --- audit and logs ---------------------------------------------------------------------------
PGHISTORY_APPEND_ONLY = True
PGHISTORY_DEFAULT_TRACKERS = (
    pghistory.InsertEvent(),
    pghistory.UpdateEvent(),
    pghistory.DeleteEvent(),
)
PGHISTORY_OBJ_FIELD = pghistory.ObjForeignKey(related_name="history")
structlog.configure(
    processors=[
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.filter_by_level,
        structlog.processors.TimeStamper(fmt="iso"),
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.stdlib.PositionalArgumentsFormatter(),
        structlog.processors.format_exc_info,
        structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
    ],
    logger_factory=structlog.stdlib.LoggerFactory(),
    cache_logger_on_first_use=True,
)
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "plain": {
            "()": structlog.stdlib.ProcessorFormatter,
            "processor": structlog.processors.LogfmtRenderer(
                key_order=["timestamp", "level", "event"], bool_as_flag=False
            ),
            "foreign_pre_chain": [
                structlog.contextvars.merge_contextvars,
                structlog.processors.TimeStamper(fmt="iso"),
                structlog.stdlib.add_log_level,
            ],
        },
    },
    "filters": {"no_probes": {"()": "claims_tracker.logs.NoProbes"}},
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": "plain",
            "filters": ["no_probes"],
        }
    },
    "root": {"handlers": ["console"], "level": env.text("LOG_LEVEL", "WARNING")},
    "loggers": {
        name: {"level": env.text("LOG_LEVEL", "INFO")}
        for name in ("events", "sources", "claims", "claims_tracker", "celery")
    },
}
DJANGO_STRUCTLOG_IP_LOGGING_ENABLED = False
DJANGO_STRUCTLOG_USER_ID_FIELD = "pk"
SILENCED_SYSTEM_CHECKS: list[str] = []

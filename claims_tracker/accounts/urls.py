"""The addresses of accounts: a forgotten password, and the one-time link of a new account.

Logging in is the desk's (``admin:login``), which links to the first of these by its name.
"""

from django.conf import settings
from django.contrib.auth import views
from django.urls import path

from claims_tracker.accounts.forms import NewPasswordForm

FORGOTTEN = views.PasswordResetView.as_view(
    template_name="accounts/password_forgotten.html",
    email_template_name="accounts/password_mail.txt",
    subject_template_name="accounts/password_mail_subject.txt",
    # From the settings, not from the request's Host, which a stranger may have written.
    extra_email_context={"site_url": settings.SITE_URL, "publisher": settings.SITE_NAME},
)

urlpatterns = [
    path("password/", FORGOTTEN, name="password_reset"),
    path("password/", FORGOTTEN, name="admin_password_reset"),
    path(
        "password/sent/",
        views.PasswordResetDoneView.as_view(template_name="accounts/password_sent.html"),
        name="password_reset_done",
    ),
    path(
        "password/<uidb64>/<token>/",
        views.PasswordResetConfirmView.as_view(
            template_name="accounts/password_new.html", form_class=NewPasswordForm
        ),
        name="password_reset_confirm",
    ),
    path(
        "password/saved/",
        views.PasswordResetCompleteView.as_view(template_name="accounts/password_saved.html"),
        name="password_reset_complete",
    ),
]

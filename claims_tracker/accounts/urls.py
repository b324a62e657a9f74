"""The addresses of accounts: one's own, a forgotten password, the one-time link of a new account.

The password is asked for by the desk (``admin:login``), the code of a second factor here.
"""

from django.conf import settings
from django.contrib import admin
from django.contrib.auth import views
from django.urls import path

from claims_tracker.accounts import account, login, second_factor_pages
from claims_tracker.accounts.forms import NewPasswordForm

FORGOTTEN = views.PasswordResetView.as_view(
    template_name="accounts/password_forgotten.html",
    email_template_name="accounts/password_mail.txt",
    subject_template_name="accounts/password_mail_subject.txt",
    # From the settings, not from the request's Host, which a stranger may have written.
    extra_email_context={"site_url": settings.SITE_URL, "publisher": settings.SITE_NAME},
)

at_desk = admin.site.admin_view  # logged in, never cached

urlpatterns = [
    path("you/", at_desk(account.account), name="account"),
    path("you/session/", at_desk(account.end_session), name="account_session"),
    path("you/token/", at_desk(account.add_token), name="account_token"),
    path("you/token/revoke/", at_desk(account.revoke_token), name="account_revoke"),
    path("you/factor/", at_desk(second_factor_pages.set_up), name="account_second_factor"),
    path("you/factor/codes/", at_desk(second_factor_pages.new_codes), name="account_codes"),
    path("you/factor/off/", at_desk(second_factor_pages.turn_off), name="account_factor_off"),
    path("code/", login.second_step, name="second_step"),
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

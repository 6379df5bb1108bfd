from django.apps import AppConfig


class PaymentsConfig(AppConfig):
    name = "shubbak.payments"
    label = "payments"
    default_auto_field = "django.db.models.BigAutoField"
    append_only = ("payments_account", "payments_entry", "payments_posting", "payments_invoiceline")

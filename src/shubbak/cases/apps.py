from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "shubbak.cases"
    label = "cases"
    default_auto_field = "django.db.models.BigAutoField"
    append_only = ("cases_act", "cases_moveddate")

    def ready(self) -> None:
        from . import reactions  # noqa: F401  subscribes to news from below

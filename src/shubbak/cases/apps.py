from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "shubbak.cases"
    label = "cases"
    default_auto_field = "django.db.models.BigAutoField"

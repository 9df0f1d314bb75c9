"""Every setting, declared once, a file for each group; pages, help and the settings file follow."""

from rotom.domain.settings.appearance import SYSTEM
from rotom.domain.settings.checking import SettingError, changed, checked, differing
from rotom.domain.settings.declared import GROUPS, SETTINGS, Settings, about
from rotom.domain.settings.declaring import About, Value

__all__ = [
    "GROUPS",
    "SETTINGS",
    "SYSTEM",
    "About",
    "SettingError",
    "Settings",
    "Value",
    "about",
    "changed",
    "checked",
    "differing",
]

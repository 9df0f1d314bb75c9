"""What a command tells its user, in the language of the settings."""

from rotom.domain.wording import CONTEXT, translated
from rotom.files import UserFolders
from rotom.storage import settings_file
from rotom.storage.translations import table_of
from rotom.system.surroundings import interface_language


def in_words(text: str, folders: UserFolders) -> str:
    """A sentence that was worded, in the language of the window."""
    settings, _ = settings_file.load(folders.settings_file)
    table = table_of(interface_language(settings))
    return translated(text, lambda template: table.get((CONTEXT, template), ""))

"""The only code that opens files: saves, settings, results, scenario folders and assets."""

from game.storage.assets import catalogue_bytes, font_bytes, icon_text, languages
from game.storage.atomic import read_text, write_text
from game.storage.languages import load_language
from game.storage.places import Places, found_places
from game.storage.results import Result, best_results, record_result
from game.storage.saves import (
    Opened,
    SaveCard,
    autosave,
    delete_autosave,
    delete_save,
    list_saves,
    load_autosave,
    load_save,
    save_game,
)
from game.storage.scenarios import (
    ScenarioFile,
    check_file,
    find_scenario,
    list_scenarios,
    load_scenario,
)
from game.storage.settings import Settings, load_settings, save_settings

__all__ = [
    "Opened",
    "Places",
    "Result",
    "SaveCard",
    "ScenarioFile",
    "Settings",
    "autosave",
    "best_results",
    "catalogue_bytes",
    "check_file",
    "delete_autosave",
    "delete_save",
    "find_scenario",
    "font_bytes",
    "found_places",
    "icon_text",
    "languages",
    "list_saves",
    "list_scenarios",
    "load_autosave",
    "load_language",
    "load_save",
    "load_scenario",
    "load_settings",
    "read_text",
    "record_result",
    "save_game",
    "save_settings",
    "write_text",
]

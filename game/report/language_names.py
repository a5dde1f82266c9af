"""What languages call themselves, so that everybody finds the own one."""

from babel import Locale, UnknownLocaleError


def own_name(locale: str) -> str:
    """Return the name of a language in that language; a locale that nobody knows is its own name.

    >>> own_name("de"), own_name("pt_BR"), own_name("qps")
    ('Deutsch', 'Português (Brasil)', 'qps')
    """
    try:
        name = Locale.parse(locale).get_display_name() or locale
    except (UnknownLocaleError, ValueError):
        return locale
    return name[:1].upper() + name[1:]

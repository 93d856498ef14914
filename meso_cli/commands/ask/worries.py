"""Somebody asks how bad it is, not what they may do: whom to call, and how to have it judged."""

from meso_cli.commands.ask.card import show_verdict_first, when_serious
from meso_cli.commands.support import terminal
from meso_cli.commands.support.call import Call
from meso_cli.commands.support.vocabulary import items_of
from meso_cli.errors import NothingFound
from meso_cli.guide.reading import read_guide
from meso_cli.model.case import Context
from meso_cli.text import visible
from meso_cli.vocabulary.questions import Question, Topics
from meso_cli.vocabulary.worries import Worry, worry_alone, worry_in


def refuse_worry(call: Call, words: str, topics: Topics, *, json: bool, context: Context | None) -> None:
    """Raises `NothingFound` with what to do where the words are about how somebody is, and nothing else.

    Words that are read otherwise (peeling is also something to have done) get no answer about that.
    """
    worry = worry_alone(words, items_of(read_guide()), topics)
    if worry is None:
        return
    if json:
        from meso_cli.export.can_json import unknown_json

        terminal.write_document(unknown_json(call.now, Question(left=(words,)), ()))
    elif context is not None:
        show_verdict_first(context, call)
    what = f"No rule answers '{visible(words, 60)}'; only somebody who sees it can"
    raise NothingFound(what, _what_to_do(worry), when_serious(call))


def about_worry(asked: str) -> str:
    """Whom to call, beside an answer about something else that was asked; empty where nothing asks for it."""
    worry = worry_in(asked, items_of(read_guide()))
    return f". {_what_to_do(worry)}" if worry and worry.item is None else ""


def _what_to_do(worry: Worry) -> str:
    """What to type where somebody asks about what they have, and not about what they may do."""
    if worry.item is not None:
        return f"Log how it is now, and meso judges it: meso log. What is usual: meso why {worry.item}"
    return "When to call, and whom: meso urgent. Then log what you see, and meso judges it: meso log"

"""The commands, their options and their help; what they do is a module each, imported when asked.

The contract (names, options, exit codes) is written down in README; scripts rely on it.
"""

from pathlib import Path
from typing import Annotated

import typer

from game.cli.setup import Setup
from game.words import sentence

_LARGEST_SEED = 2**63 - 1


def new_app(setup: Setup) -> typer.Typer:
    """Return the program with its commands, its help in the player's language."""
    say = setup.language.say
    app = typer.Typer(
        add_completion=False,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
        help=say(
            sentence(
                "A turn-based training simulation of marketing, sales, and what is lost between "
                "them. Without a command, the game opens."
            )
        ),
    )
    _add_root(app, setup)
    _add_play(app, setup)
    _add_simulate(app, setup)
    _add_scenarios(app, setup)
    _add_check(app, setup)
    _add_new(app, setup)
    _add_schema(app, setup)
    _add_par(app, setup)
    _add_balance(app, setup)
    return app


def _add_root(app: typer.Typer, setup: Setup) -> None:
    @app.callback(invoke_without_command=True)
    def root(context: typer.Context) -> None:
        if context.invoked_subcommand is None:
            from game.cli.play import Request, play  # only for this command

            play(setup, Request())


def _add_play(app: typer.Typer, setup: Setup) -> None:
    say = setup.language.say

    @app.command("play", help=say(sentence("Play a scenario, or choose one from the title.")))
    def play_command(
        scenario: Annotated[
            str | None,
            typer.Argument(help=say(sentence("Name of a scenario, or path of its file."))),
        ] = None,
        *,
        seed: Annotated[
            int | None,
            typer.Option(
                min=0,
                max=_LARGEST_SEED,
                help=say(sentence("Luck of the game; the same number is the same luck.")),
            ),
        ] = None,
        role: Annotated[
            str | None,
            typer.Option(
                help=say(sentence("Play one role; the computer plays the others, in a fog."))
            ),
        ] = None,
        terminal: Annotated[
            bool, typer.Option("--terminal", help=say(sentence("Play as text, without a window.")))
        ] = False,
        load: Annotated[
            str | None,
            typer.Option(
                metavar="SAVE", help=say(sentence("Go on with a saved game: its name or path."))
            ),
        ] = None,
        hot_seat: Annotated[
            str | None,
            typer.Option(
                metavar="ROLE,ROLE…",
                help=say(sentence("Several people at this machine: one role each.")),
            ),
        ] = None,
    ) -> None:
        from game.cli.play import Request, play  # only for this command

        if hot_seat is not None and (role is not None or load is not None):
            raise typer.BadParameter(
                say(
                    sentence(
                        "it names the roles and finds its own save; leave --role and --load out."
                    )
                ),
                param_hint="--hot-seat",
            )

        if load is not None and scenario is not None:
            raise typer.BadParameter(
                say(sentence("a save knows its scenario; leave SCENARIO out.")), param_hint="--load"
            )
        if load is not None and (role is not None or seed is not None):
            raise typer.BadParameter(
                say(sentence("a save knows its role and its luck; leave --role and --seed out.")),
                param_hint="--load",
            )
        people = () if hot_seat is None else tuple(each.strip() for each in hot_seat.split(","))
        play(
            setup,
            Request(
                scenario=scenario, seed=seed, role=role, text=terminal, save=load, hot_seat=people
            ),
        )


def _add_simulate(app: typer.Typer, setup: Setup) -> None:
    say = setup.language.say

    @app.command("simulate", help=say(sentence("Play a whole game without a screen.")))
    def simulate_command(
        scenario: Annotated[
            str, typer.Argument(help=say(sentence("Name of a scenario, or path of its file.")))
        ],
        *,
        strategy: Annotated[
            str | None, typer.Option(help=say(sentence("Computer player that decides.")))
        ] = None,
        plan: Annotated[
            Path | None,
            typer.Option(
                metavar="PLAN.csv",
                help=say(sentence("Decisions as a table: one row a turn, one column a lever.")),
            ),
        ] = None,
        seed: Annotated[
            int, typer.Option(min=0, max=_LARGEST_SEED, help=say(sentence("Luck of the game.")))
        ] = 1,
        games: Annotated[
            int,
            typer.Option(
                min=1,
                max=100_000,
                help=say(sentence("Play so many games, with the seeds that follow.")),
            ),
        ] = 1,
        no_luck: Annotated[
            bool, typer.Option("--no-luck", help=say(sentence("Average luck: nothing is random.")))
        ] = False,
        as_json: Annotated[
            bool, typer.Option("--json", help=say(sentence("Print JSON instead of a table.")))
        ] = False,
        csv: Annotated[
            Path | None,
            typer.Option(
                metavar="FILE.csv",
                help=say(sentence("Write every figure of every game into a file, one a row.")),
            ),
        ] = None,
    ) -> None:
        from game.cli.simulate import Order, simulate  # only for this command

        if strategy is not None and plan is not None:
            raise typer.BadParameter(
                say(sentence("give a strategy or a plan, not both.")), param_hint="--plan"
            )
        simulate(
            setup,
            Order(
                scenario=scenario,
                strategy=strategy or "steady",
                plan=plan,
                seed=seed,
                games=games,
                no_luck=no_luck,
                as_json=as_json,
                csv=csv,
            ),
        )


def _add_scenarios(app: typer.Typer, setup: Setup) -> None:
    say = setup.language.say

    @app.command("scenarios", help=say(sentence("List the scenarios.")))
    def scenarios_command(
        *,
        as_json: Annotated[
            bool, typer.Option("--json", help=say(sentence("Print JSON instead of a table.")))
        ] = False,
    ) -> None:
        from game.cli.scenarios import show_scenarios  # only for this command

        show_scenarios(setup, as_json=as_json)


def _add_check(app: typer.Typer, setup: Setup) -> None:
    say = setup.language.say

    @app.command("check", help=say(sentence("Check scenario files, and say what to mend.")))
    def check_command(
        files: Annotated[
            list[Path],
            typer.Argument(
                metavar="FILE...", help=say(sentence("Scenario files, or folders of them."))
            ),
        ],
        *,
        as_json: Annotated[
            bool, typer.Option("--json", help=say(sentence("Print one line of JSON a problem.")))
        ] = False,
    ) -> None:
        from game.cli.check import check  # only for this command

        if not check(setup, files, as_json=as_json):
            raise typer.Exit(1)


def _add_new(app: typer.Typer, setup: Setup) -> None:
    say = setup.language.say

    @app.command("new", help=say(sentence("Write a scenario file to begin with.")))
    def new_command(
        name: Annotated[
            str,
            typer.Argument(help=say(sentence("Name of the new scenario, or path of its file."))),
        ],
        *,
        parent: Annotated[
            str | None,
            typer.Option(
                "--from",
                metavar="SCENARIO",
                help=say(sentence("Change this scenario instead of writing a whole one.")),
            ),
        ] = None,
    ) -> None:
        from game.cli.new import new  # only for this command

        new(setup, name, parent)


def _add_schema(app: typer.Typer, setup: Setup) -> None:
    say = setup.language.say

    @app.command(
        "schema", help=say(sentence("Print the JSON Schema of scenario files, for editors."))
    )
    def schema_command(
        *,
        variant: Annotated[
            bool,
            typer.Option("--variant", help=say(sentence("For a file that extends another one."))),
        ] = False,
    ) -> None:
        from game.cli.new import show_schema  # only for this command

        show_schema(setup, variant=variant)


def _add_par(app: typer.Typer, setup: Setup) -> None:
    say = setup.language.say

    @app.command("par", help=say(sentence("Search what can be reached, and by which plan.")))
    def par_command(
        scenario: Annotated[
            str | None,
            typer.Argument(help=say(sentence("Name of a scenario, or path of its file."))),
        ] = None,
        *,
        effort: Annotated[
            float,
            typer.Option(
                min=0.01, max=100, help=say(sentence("How long to search; 1 is usual, 10 is long."))
            ),
        ] = 1.0,
        seed: Annotated[
            int,
            typer.Option(
                min=0,
                max=_LARGEST_SEED,
                help=say(sentence("Luck for which the par of hindsight is told, too.")),
            ),
        ] = 1,
        accept: Annotated[
            bool,
            typer.Option(
                "--accept", help=say(sentence("Keep it as the par that ships with the scenario."))
            ),
        ] = False,
        every: Annotated[
            bool,
            typer.Option(
                "--all", help=say(sentence("With --accept: all that are not up to date."))
            ),
        ] = False,
        as_json: Annotated[
            bool, typer.Option("--json", help=say(sentence("Print JSON instead of a table.")))
        ] = False,
    ) -> None:
        from game.cli.par import Search, accept_pars, show_par  # only for this command

        if (scenario is None) != every or (every and not accept):
            raise typer.BadParameter(
                say(sentence("give one scenario, or --all with --accept.")), param_hint="SCENARIO"
            )
        if accept:
            return accept_pars(setup, scenario, effort)
        assert scenario is not None  # or all of them were to be accepted
        search = Search(scenario=scenario, effort=effort, seed=seed, as_json=as_json)
        return show_par(setup, search)


def _add_balance(app: typer.Typer, setup: Setup) -> None:
    say = setup.language.say

    @app.command("balance", help=say(sentence("Does a scenario teach what it should?")))
    def balance_command(
        scenario: Annotated[
            str, typer.Argument(help=say(sentence("Name of a scenario, or path of its file.")))
        ],
        *,
        as_json: Annotated[
            bool, typer.Option("--json", help=say(sentence("Print JSON instead of a table.")))
        ] = False,
        picture: Annotated[
            Path | None,
            typer.Option(
                metavar="FILE.svg", help=say(sentence("Also draw the figures into this file."))
            ),
        ] = None,
    ) -> None:
        from game.cli.balance import Question, show_balance  # only for this command

        if not show_balance(setup, Question(scenario=scenario, as_json=as_json, picture=picture)):
            raise typer.Exit(1)

#!/usr/bin/env python3
"""The second year of a design: changes that a main.tf must survive once it runs, each with what the plan has to show.

Every case makes a design, plans another one over its state, and looks at single resources; changes.py judges verdicts.
Exit status as in changes.py.
"""

import argparse
import copy
import json
import sys
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from changes import Designer, Refused, Stack, arguments
from check import SetupError, find_terraform, require_packages, stub_environment
from plans import Json, Plan, judge, major, worst

SPEC: Json = {
    "project_name": "ledger",
    "provider": "aws",
    "architecture_type": "rds_aurora",
    "resources": [
        {
            "id": "ledger-db",
            "type": "aws_rds_aurora",
            "name": "ledger-cluster",
            "provider": "aws",
            "config": {
                "engine": "aurora-postgresql",
                "engine_version": "16.10",
                "serverless_v2": {"min_capacity": 2, "max_capacity": 16},
                "instances": [{"type": "writer"}, {"type": "reader"}],
                "encryption": True,
                "backup_retention": 7,
                "deletion_protection": False,
                "alarms": {"enabled": False},
            },
        }
    ],
}
NETWORK = {
    "vpc": "existing",
    "vpc_id": "vpc-0a1b2c3d4e5f60718",
    "subnet_ids": ["subnet-0a1b2c3d4e5f60718", "subnet-0b1c2d3e4f5061728"],
    "client_security_group_ids": ["sg-0a1b2c3d4e5f60718"],
}
PROXY = {
    "id": "ledger-proxy",
    "type": "aws_db_proxy",
    "name": "ledger-proxy",
    "provider": "aws",
    "config": {"engine_family": "POSTGRESQL", "require_tls": True, "read_only_endpoint": True},
}


def spec(more: list[Json] | None = None, top: Json | None = None, **config: object) -> Json:
    """The design with other settings of its cluster, further resources, and other keys at the top of the file."""
    design = copy.deepcopy({**SPEC, **(top or {})})
    design["resources"][0]["config"].update(config)
    design["resources"] += copy.deepcopy(more or [])
    return design


def secondaries(*items: Json) -> list[Json]:
    return [
        {
            "id": "ledger-global",
            "type": "aws_rds_global_cluster",
            "name": "ledger-global",
            "provider": "aws",
            "config": {"secondaries": list(items)},
        }
    ]


class Case:
    """What a case works with: designs become main.tf files, and one state follows them."""

    def __init__(self, designer: Designer, program: str, environment: dict[str, str], scratch: Path) -> None:
        self._designer, self._program, self._environment, self._scratch = designer, program, environment, scratch
        self._stacks = 0
        self.stack = self._new_stack()

    def _new_stack(self) -> Stack:
        self._stacks += 1
        return Stack(self._program, self._environment, self._scratch / f"stack-{self._stacks}")

    def text(self, design: Json) -> str:
        file = self._scratch / "spec.yaml"
        file.write_text(json.dumps(design), encoding="utf-8")
        return self._designer.terraform(file)

    def over(self, first: Json, second: Json, variables: str = "") -> Plan:
        """The second design over the first one, which runs; `variables` is the second one's terraform.tfvars."""
        self.stack = self._new_stack()
        self.stack.make(self.text(first))
        return self.next(second, variables)

    def next(self, design: Json, variables: str = "") -> Plan:
        return self.stack.plan(self.text(design), variables)


def holds(condition: object, what: str) -> None:
    if not condition:
        raise AssertionError(what)


def major_upgrade_by_aws(case: Case) -> None:
    plan = case.over(spec(), spec(engine_version="17.6"))
    holds("another major version" in plan.error, f"main.tf stops where the version is left to AWS: {plan.error}")


def major_upgrade_without_the_variable(case: Case) -> None:
    manual = {"auto_minor_version_upgrade": False}
    plan = case.over(spec(**manual), spec(engine_version="17.7", **manual))
    holds(worst(judge(plan)) == "refused", "AWS refuses a major version that nobody allowed")


def major_upgrade_with_the_variable(case: Case) -> None:
    manual = {"auto_minor_version_upgrade": False}
    allowed = "allow_major_version_upgrade = true\n"
    plan = case.over(spec(**manual), spec(engine_version="17.7", **manual), allowed)
    cluster = plan.changes["aws_rds_cluster.this"]
    group = plan.changes["aws_rds_cluster_parameter_group.this"]
    holds(cluster.updates and cluster.after["allow_major_version_upgrade"], "the cluster is upgraded in place")
    holds(group.actions == ("create", "delete"), "the group of the new family is made before the old one goes")
    holds(cluster.differs("db_cluster_parameter_group_name"), "version and group travel in one call")
    holds(not [it for it in plan.of("aws_rds_cluster_instance") if it.deletes], "the instances stay")
    case.stack.apply()
    holds(not case.next(spec(engine_version="17.7", **manual), allowed).changes, "afterwards there is nothing to do")


def the_family_never_moves_alone(case: Case) -> None:
    """Whatever the version does: with another family the cluster gets another major, or the plan ends with an error."""
    for auto in (True, False):
        for version in ("16.8", "16.11", "17.7"):
            settings = {"auto_minor_version_upgrade": auto}
            plan = case.over(spec(**settings), spec(engine_version=version, **settings))
            group = plan.changes.get("aws_rds_cluster_parameter_group.this")
            if plan.error or not (group and group.differs("family")):
                continue
            cluster = plan.changes["aws_rds_cluster.this"]
            moves = major(cluster.before["engine_version"]) != major(cluster.after["engine_version"])
            holds(moves, f"the family moves with the version {version}")


def a_replaced_proxy_takes_its_target_along(case: Case) -> None:
    """E1: the provider does not see that a proxy under its old name has lost its target."""
    wider = {**NETWORK, "subnet_ids": [*NETWORK["subnet_ids"], "subnet-0c1d2e3f405162738"]}
    plan = case.over(spec([PROXY], network=NETWORK), spec([PROXY], network=wider))
    for address in ("aws_db_proxy", "aws_db_proxy_default_target_group", "aws_db_proxy_target"):
        holds(plan.replaces(f"{address}.this"), f"{address} is made anew")
    holds(plan.replaces("aws_db_proxy_endpoint.read_only"), "its endpoint is made anew")
    case.stack.apply()
    holds(not case.next(spec([PROXY], network=wider)).changes, "one apply is enough")


def a_made_key_outlives_its_design(case: Case) -> None:
    """E2: the final snapshot can't be read without it."""
    plan = case.over(spec(kms_key="create"), spec(kms_key="aws_managed"))
    holds(plan.replaces("aws_rds_cluster.this"), "a cluster under another key is another cluster")
    holds(plan.actions("aws_kms_key.this") == ("forget",), "the key is left out of the state and stays")
    holds("data_loss" in judge(plan), "that loses the data")


def insights_go_off_from_advanced(case: Case) -> None:
    """E3: left out, the mode would stay what it was."""
    advanced = {"enabled": True, "mode": "advanced", "retention_days": 465}
    off = {"enabled": False, "mode": "standard"}
    plan = case.over(spec(performance_insights=advanced), spec(performance_insights=off))
    cluster = plan.changes["aws_rds_cluster.this"]
    holds(cluster.after["database_insights_mode"] == "standard", "the mode goes to standard in the same call")
    holds(cluster.after["performance_insights_enabled"] is False, "and the insights go off")
    holds(worst(judge(plan)) == "live", "that is done while it runs")


def _ends_before(messages: list[Json], first: str, second: str) -> bool:
    """Whether an apply was done with the first resource when it began with the second."""
    order = [(it["type"], it["hook"]["resource"]["addr"]) for it in messages if it["type"] in ("apply_start", "apply_complete")]
    return order.index(("apply_complete", first)) < order.index(("apply_start", second))


def a_log_group_goes_after_its_export(case: Case) -> None:
    """E4: before, RDS would make it again at once, without an end to its retention."""
    both, one = ["postgresql", "iam-db-auth-error"], ["postgresql"]
    case.over(spec(log_exports=both), spec(log_exports=one))
    group = 'aws_cloudwatch_log_group.cluster["iam-db-auth-error"]'
    holds(_ends_before(case.stack.apply(), "aws_rds_cluster.this", group), "one export of two")
    case.next(spec(log_exports=[]))
    group = 'aws_cloudwatch_log_group.cluster["postgresql"]'
    holds(_ends_before(case.stack.apply(), "aws_rds_cluster.this", group), "the last export")


def an_own_secret_follows_its_cluster(case: Case) -> None:
    """E5: a new cluster has a new password, a new port must reach the secret."""
    own = {"credentials": "secrets_manager"}
    plan = case.over(spec(**own), spec(database_name="other", **own))
    holds(plan.replaces("aws_rds_cluster.this"), "another first database is another cluster")
    holds(plan.replaces("aws_secretsmanager_secret_version.master"), "its password is written into the secret")
    holds(not plan.actions("aws_secretsmanager_secret.master"), "which keeps its ARN")
    plan = case.over(spec(**own), spec(port=6543, **own))
    version = plan.changes["aws_secretsmanager_secret_version.master"]
    cluster = plan.changes["aws_rds_cluster.this"]
    holds(set(version.actions) == {"create", "delete"}, "the secret is written anew with the port")
    numbers = {cluster.after["master_password_wo_version"], version.after["secret_string_wo_version"]}
    holds(len(numbers) == 1 and cluster.differs("master_password_wo_version"), "and the cluster gets that password")


def each_cluster_leaves_a_snapshot_of_its_own(case: Case) -> None:
    """E6: the second replacement would meet the first one's snapshot."""
    names = []
    case.stack.make(case.text(spec()))
    for name in ("first", "second", "first"):
        plan = case.next(spec(database_name=name))
        cluster = plan.changes["aws_rds_cluster.this"]
        holds(cluster.deletes and not cluster.before["skip_final_snapshot"], "a cluster goes and leaves a snapshot")
        names.append(cluster.before["final_snapshot_identifier"])
        holds(plan.replaces("random_id.final_snapshot"), "the next one's has another name")
        case.stack.apply()
    # The names of a real random_id differ even where its keepers come back; here they are made of the keepers.
    holds(len({*names}) == len(names), f"no name comes twice: {names}")


def ranges_of_secondaries_stay_where_they_are_written(case: Case) -> None:
    """E7: by default they go by position."""
    own = {"credentials": "secrets_manager", "serverless_v2": {"min_capacity": 8, "max_capacity": 16}}
    first, second = {"region": "eu-west-1"}, {"region": "us-west-2"}
    written = {**second, "network": {"cidr": "10.2.0.0/16"}}
    plan = case.over(spec(secondaries(first, second), **own), spec(secondaries(second), **own))
    holds(plan.replaces("aws_vpc.this_us_west_2"), "a range that follows shifts")
    holds("refused" in judge(plan), "which AWS refuses, since the subnets are in use")
    plan = case.over(spec(secondaries(first, second), **own), spec(secondaries(written), **own))
    moved = [it.address for it in plan.changes.values() if it.deletes and "us_west_2" in it.address]
    holds(not moved, f"a range that is written stays: {moved}")
    holds(worst(judge(plan)) == "resource", "the other Region goes")


def readers_go_by_number(case: Case) -> None:
    """E8: whichever line goes, the last reader is deleted; main.tf says so."""
    def readers(*zones: str) -> list[Json]:
        return [{"type": "writer", "availability_zone": "a"}] + [{"type": "reader", "availability_zone": zone} for zone in zones]

    plan = case.over(spec(instances=readers("b", "c")), spec(instances=readers("c")))
    holds(plan.actions('aws_rds_cluster_instance.reader["reader-2"]') == ("delete",), "the last one goes")
    holds(plan.replaces('aws_rds_cluster_instance.reader["reader-1"]'), "the first one moves")
    holds(not plan.actions("aws_rds_cluster_instance.writer"), "the writer stays")
    holds("Readers go by number" in case.text(spec(instances=readers("b", "c"))), "main.tf says so")


def a_zone_that_is_left_takes_its_subnet_along(case: Case) -> None:
    """The instance goes first, then its subnet, then the group is told, and only then the instance comes back."""
    def in_zone(zone: str) -> Json:
        return spec(instances=[{"type": "writer", "availability_zone": "a"}, {"type": "reader", "availability_zone": zone}])

    case.over(in_zone("e"), in_zone("b"))
    done = [
        it["hook"]["resource"]["addr"] + "/" + it["hook"]["action"]
        for it in case.stack.apply()
        if it["type"] == "apply_complete"
    ]
    reader, subnet = 'aws_rds_cluster_instance.reader["reader-1"]', 'aws_subnet.database["us-east-1e"]'
    steps = [f"{reader}/delete", f"{subnet}/delete", "aws_db_subnet_group.this/update", f"{reader}/create"]
    holds([it for it in done if it in steps] == steps, f"in that order: {done}")


def another_region_without_the_old_logs(case: Case) -> None:
    """Key, log group and cluster go, and their order must have no circle."""
    moved = {"region": "eu-west-1"}
    plan = case.over(spec(log_exports=["postgresql"]), spec(log_exports=[], top=moved))
    holds(not plan.error and plan.replaces("aws_kms_key.this"), f"the key is made anew: {plan.error}")
    case.stack.apply()
    plan = case.over(spec(log_exports=["postgresql"]), spec(log_exports=["postgresql"], top=moved))
    holds(not plan.error and plan.replaces("aws_rds_cluster.this"), f"the cluster is made anew: {plan.error}")
    case.stack.apply()


def one_project_in_two_regions(case: Case) -> None:
    """What belongs to the account has the Region in its name."""
    names: list[set[str]] = []
    more = {"credentials": "secrets_manager", "rotation_days": 30, "aws_backup": True, "alarms": {"enabled": True, "dashboard": True}}
    for region in ("us-east-1", "eu-west-1"):
        case.stack.clear()
        plan = case.stack.plan(case.text(spec([PROXY], top={"region": region}, **more)))
        roles = {it.after["name"] for it in plan.of("aws_iam_role")}
        boards = {it.after["dashboard_name"] for it in plan.of("aws_cloudwatch_dashboard")}
        holds(len(roles) >= 4 and boards, f"roles and a dashboard are made: {roles} {boards}")
        names.append(roles | boards)
    holds(not names[0] & names[1], f"the same name twice in an account: {names[0] & names[1]}")


CASES: list[Callable[[Case], None]] = [
    major_upgrade_by_aws,
    major_upgrade_without_the_variable,
    major_upgrade_with_the_variable,
    the_family_never_moves_alone,
    a_replaced_proxy_takes_its_target_along,
    a_made_key_outlives_its_design,
    insights_go_off_from_advanced,
    a_log_group_goes_after_its_export,
    an_own_secret_follows_its_cluster,
    each_cluster_leaves_a_snapshot_of_its_own,
    ranges_of_secondaries_stay_where_they_are_written,
    readers_go_by_number,
    a_zone_that_is_left_takes_its_subnet_along,
    another_region_without_the_old_logs,
    one_project_in_two_regions,
]


def run(options: argparse.Namespace) -> int:
    require_packages()
    program = find_terraform()
    cases = [case for case in CASES if options.only in case.__name__]
    failed = 0
    with (
        stub_environment(options.replaces) as environment,
        tempfile.TemporaryDirectory(prefix="terraform-offline-") as scratch,
        ThreadPoolExecutor(max(1, options.jobs)) as pool,
    ):

        def tried(case: Callable[[Case], None]) -> str:
            """What a case found wrong; nothing where it holds."""
            folder = Path(scratch) / case.__name__
            folder.mkdir()
            try:
                case(Case(Designer(options.designer), program, environment, folder))
            except (AssertionError, KeyError, ValueError, Refused) as error:
                return f"{case.__name__}: {type(error).__name__}: {error}"
            return ""

        for problem in filter(None, pool.map(tried, cases)):
            failed += 1
            print(problem, flush=True)
    print(f"{len(cases) - failed} passed, {failed} failed")
    return 1 if failed or not cases else 0


def main() -> int:
    parser = arguments(__doc__, "cases")
    parser.add_argument("--only", default="", metavar="TEXT", help="only the cases whose name has this")
    try:
        return run(parser.parse_args())
    except SetupError as error:
        print(f"second_year.py: {error}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())

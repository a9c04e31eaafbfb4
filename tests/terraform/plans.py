"""What a Terraform plan does to a cluster that runs, as one of the words of `aurora-designer diff`.

A plan shows actions and values; what AWS does with them is written here, each with its source. The words and their order
are those of src/compare/verdict.rs, but nothing is taken from there: a verdict of the table and the judgement here are
two ways to the same answer.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]

WORDS = ("none", "live", "window", "reboot", "resource", "instance", "outage", "refused", "data_loss")

# Arguments that no call to AWS carries: they count at the destroy, or only tell the provider what it may do.
# https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/rds/cluster.go, update.
STATE_ONLY = {"aws_rds_cluster": {"allow_major_version_upgrade", "final_snapshot_identifier", "skip_final_snapshot"}}
# The instances follow the cluster's version; the provider sends nothing for them.
# https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/rds/cluster_instance.go, update.
STATE_ONLY["aws_rds_cluster_instance"] = {"engine_version", "engine_version_actual"}

# AWS keeps these for the window where apply_immediately is false.
# https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/UsingWithRDS.IAMDBAuth.Enabling.html,
# https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Overview.StorageReliability.html (the moment is
# unconfirmed). The version is judged apart.
WINDOW = {"iam_database_authentication_enabled", "storage_type"}

# Nobody connects through them: permissions, a random name, an alarm of an instance that goes, an alias.
UNUSED = {
    "aws_cloudwatch_metric_alarm", "aws_iam_role", "aws_iam_role_policy", "aws_iam_role_policy_attachment", "aws_kms_alias",
    "aws_secretsmanager_secret_version", "random_id",
}  # fmt: skip
# These go with the credentials; who reads the old secret is told by that verdict.
# https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-secrets-manager.html
OF_THE_PASSWORD = re.compile(r"^aws_secretsmanager_|\.(rotation|secrets)($|_)|_(from|to)_(rotation|secrets)|^[a-z_]+\.rotation_")

# ACU-31: what a minimum of 0 or 0.5 caps PostgreSQL's connections at; ACU-30: by this maximum its table is above that.
CAP = 2000
ABOVE_THE_CAP = 16
# ACU-30: from here on MySQL's number of connections no longer grows.
FULL_MYSQL = 192


def is_unknown(mark: Any) -> bool:
    """Whether a part of a value is known only after the apply; marks have the shape of the value."""
    if isinstance(mark, dict):
        return any(is_unknown(item) for item in mark.values())
    if isinstance(mark, list):
        return any(is_unknown(item) for item in mark)
    return bool(mark)


@dataclass(frozen=True)
class Change:
    """A resource that a plan changes."""

    address: str
    type: str
    actions: tuple[str, ...]
    before: Json
    after: Json
    unknown: Json
    replaced_by: tuple[str, ...]

    @property
    def deletes(self) -> bool:
        return "delete" in self.actions

    @property
    def updates(self) -> bool:
        return self.actions == ("update",)

    def differs(self, name: str) -> bool:
        return is_unknown(self.unknown.get(name)) or self.before.get(name) != self.after.get(name)

    def changed(self) -> set[str]:
        """Arguments of an update that reach AWS."""
        names = {name for name in {*self.before, *self.after} if self.differs(name)}
        return names - STATE_ONLY.get(self.type, set())

    def block(self, name: str, side: str) -> Json:
        """The one block of that name, before or after."""
        blocks = getattr(self, side).get(name) or [{}]
        return blocks[0]


class Plan:
    """A plan as `terraform show -json` prints it, or the error it ended with."""

    def __init__(self, shown: Json | None, error: str = "") -> None:
        self.error = error
        self.changes: dict[str, Change] = {}
        # What stays as it is: its type and values.
        self.kept: list[tuple[str, Json]] = []
        for resource in (shown or {}).get("resource_changes", []):
            change = resource["change"]
            if resource["mode"] != "managed":
                continue
            if "delete" not in change["actions"] and change["before"]:
                self.kept.append((resource["type"], change["before"]))
            if change["actions"] in (["no-op"], ["read"]):
                continue
            self.changes[resource["address"]] = Change(
                resource["address"],
                resource["type"],
                tuple(change["actions"]),
                change["before"] or {},
                change["after"] or {},
                change["after_unknown"] or {},
                tuple(str(path[0]) for path in change.get("replace_paths", [])),
            )

    def of(self, *types: str) -> Iterator[Change]:
        return (change for change in self.changes.values() if change.type in types)

    def actions(self, address: str) -> tuple[str, ...]:
        """Actions on a resource: empty where it stays as it is."""
        change = self.changes.get(address)
        return change.actions if change else ()

    def replaces(self, address: str) -> bool:
        return set(self.actions(address)) == {"create", "delete"}


def numbers(version: str) -> list[int]:
    return [int(part) for part in re.findall(r"\d+", version)]


def major(version: str) -> list[int]:
    """One number of PostgreSQL's, two of MySQL's."""
    return numbers(version)[: 2 if "mysql" in version else 1]


def judge(plan: Plan) -> dict[str, list[str]]:
    """The words that the plan stands for, each with what shows it."""
    found: dict[str, list[str]] = {}
    for word, evidence in _findings(plan):
        found.setdefault(word, []).append(evidence)
    return found


def worst(found: dict[str, list[str]]) -> str:
    return max(found, key=WORDS.index, default="none")


def _findings(plan: Plan) -> Iterator[tuple[str, str]]:
    if plan.error:
        # A guard of main.tf itself.
        yield "refused", plan.error
        return
    gone = {change.before.get("cluster_identifier") for change in plan.of("aws_rds_cluster") if change.deletes}
    for change in plan.changes.values():
        judged = list(_of(change, plan, gone))
        yield from judged
        if change.updates and not judged and change.changed():
            yield "live", f"{change.address}: {', '.join(sorted(change.changed()))}"
        elif change.actions == ("create",) and change.type != "random_id":
            yield "live", f"{change.address} is added"


def _of(change: Change, plan: Plan, gone: set[Any]) -> Iterator[tuple[str, str]]:
    if change.type == "aws_rds_cluster":
        yield from _of_cluster(change, plan)
    elif change.type == "aws_rds_global_cluster":
        yield from _of_global_cluster(change)
    elif change.type == "aws_rds_cluster_instance":
        # With its cluster it goes as part of that.
        if change.deletes and change.before.get("cluster_identifier") not in gone:
            word = "outage" if change.address == "aws_rds_cluster_instance.writer" else "instance"
            yield word, f"{change.address} {change.actions}"
    elif change.type == "aws_rds_cluster_parameter_group":
        if change.updates:
            yield from _of_parameters(change)
    elif change.type == "aws_db_subnet_group":
        # https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ModifyDBSubnetGroup.html, SubnetAlreadyInUse. Subnets that
        # main.tf makes are judged themselves: they go before the group is told.
        left = set(change.before.get("subnet_ids") or []) - set(change.after.get("subnet_ids") or [])
        made = {item.before.get("id") for item in plan.of("aws_subnet")}
        if change.updates and left - made:
            yield "refused", f"{change.address}: a subnet leaves the group"
    elif change.type == "aws_backup_vault":
        # https://github.com/hashicorp/terraform-provider-aws/issues/13247
        if change.deletes:
            yield "refused", f"{change.address}: a vault with recovery points can't be deleted"
    elif change.type == "aws_subnet":
        yield from _of_subnet(change, plan)
    elif change.type == "aws_security_group" and change.address.startswith("aws_security_group.cluster"):
        # https://github.com/hashicorp/terraform-provider-aws/issues/27459: a cluster takes no group of another VPC.
        stays = plan.changes.get(change.address.replace("aws_security_group.cluster", "aws_rds_cluster.this"))
        if change.deletes and "vpc_id" in change.replaced_by and not (stays and stays.deletes):
            yield "refused", f"{change.address}: another VPC"
    elif change.type == "aws_db_proxy":
        # https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-proxy-modifying-proxy.html: another host
        if change.deletes or change.updates and change.differs("name"):
            yield "resource", f"{change.address} {change.actions}"
    elif change.deletes and change.type not in UNUSED:
        cluster = plan.changes.get("aws_rds_cluster.this")
        password = cluster is not None and cluster.differs("manage_master_user_password")
        word = "live" if password and OF_THE_PASSWORD.search(change.address) else "resource"
        yield word, f"{change.address} {change.actions}"


def _of_cluster(change: Change, plan: Plan) -> Iterator[tuple[str, str]]:
    primary = change.address == "aws_rds_cluster.this"
    if change.deletes and primary:
        yield "data_loss", f"{change.address} {change.actions}, by {', '.join(change.replaced_by) or 'its removal'}"
    elif change.deletes:
        # https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_DeleteCluster.html
        guarded = change.before.get("deletion_protection")
        yield "refused" if guarded else "resource", f"{change.address} {change.actions}"
    if not change.updates:
        return
    before, after = change.before, change.after
    if change.differs("engine_version") and before.get("engine_version"):
        old, new = before["engine_version"], after["engine_version"]
        if major(old) != major(new) and not after.get("allow_major_version_upgrade"):
            # https://github.com/hashicorp/terraform-provider-aws/issues/13389
            yield "refused", f"{change.address}: {new} is another major version than {old}"
        elif numbers(new) < numbers(old):
            # https://github.com/hashicorp/terraform-provider-aws/issues/45026
            yield "refused", f"{change.address}: there is no way back from {old} to {new}"
        else:
            yield "window", f"{change.address}: engine_version"
    if change.differs("port"):
        # https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Modifying.html
        yield "outage", f"{change.address}: port"
    if not before.get("backtrack_window") and after.get("backtrack_window"):
        # https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Managing.Backtrack.html
        yield "refused", f"{change.address}: Backtrack is chosen at birth"
    if change.differs("global_cluster_identifier"):
        # https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/rds/cluster.go, update
        yield "refused", f"{change.address}: a cluster that runs can't join a Global Database, nor change it"
    if after.get("global_cluster_identifier") and after.get("manage_master_user_password"):
        # https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-secrets-manager.html
        yield "refused", f"{change.address}: RDS manages no password of a Global Database"
    insights = {"database_insights_mode", "performance_insights_enabled"} & change.changed()
    if insights and after.get("database_insights_mode") == "advanced" and not after.get("performance_insights_enabled"):
        # https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_DatabaseInsights.Considerations.html
        yield "refused", f"{change.address}: advanced needs Performance Insights"
    if WINDOW & change.changed():
        assert after["apply_immediately"] is False, "what waits for the window, waits for it only then"
        yield "window", f"{change.address}: {', '.join(sorted(WINDOW & change.changed()))}"
    if change.differs("serverlessv2_scaling_configuration"):
        yield from _of_range(change, plan)


def _of_range(change: Change, plan: Plan) -> Iterator[tuple[str, str]]:
    """https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.setting-capacity.html"""
    old, new = (change.block("serverlessv2_scaling_configuration", side) for side in ("before", "after"))
    postgresql = change.after["engine"] == "aurora-postgresql"
    chosen = _chosen_connections(plan)
    if old["max_capacity"] != new["max_capacity"]:
        full = old["max_capacity"] >= FULL_MYSQL and new["max_capacity"] >= FULL_MYSQL
        stays = full or chosen[0] is not None and chosen[0] == chosen[1]
        if postgresql or not stays:
            yield "reboot", f"{change.address}: max_capacity"
    capped = [side["min_capacity"] <= 0.5 for side in (old, new)]
    table = chosen[0] if chosen[0] and chosen[0].isdecimal() else None
    above = int(table) > CAP if table else old["max_capacity"] >= ABOVE_THE_CAP
    if postgresql and capped[0] != capped[1] and above:
        yield "reboot", f"{change.address}: min_capacity"


def _chosen_connections(plan: Plan) -> list[str | None]:
    """What the primary's parameter group sets max_connections to, before and after."""
    group = plan.changes.get("aws_rds_cluster_parameter_group.this")
    kept = [values for kind, values in plan.kept if kind == "aws_rds_cluster_parameter_group"]
    sides = [group.before, group.after] if group else kept[:1] * 2
    named = [{item["name"]: item["value"] for item in side.get("parameter") or []} for side in sides]
    return [side.get("max_connections") for side in named] or [None, None]


def _of_parameters(change: Change) -> Iterator[tuple[str, str]]:
    """https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/parameter-groups-overview.html: what is pending, and what is
    reset, waits for a reboot that nobody starts."""
    sides = [
        {item["name"]: (item["value"], item.get("apply_method") or "immediate") for item in side.get("parameter") or []}
        for side in (change.before, change.after)
    ]
    for name in sorted({*sides[0], *sides[1]}):
        old, new = (side.get(name) for side in sides)
        if old == new:
            continue
        if "pending-reboot" in ((new or old)[1],):
            yield "reboot", f"{change.address}: {name}"


def _of_global_cluster(change: Change) -> Iterator[tuple[str, str]]:
    if change.deletes:
        # https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database-detaching.html
        yield "refused", f"{change.address}: a Global Database with members can't be deleted"
    elif change.updates and change.differs("engine_version"):
        # https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database-upgrade.html
        down = numbers(change.after["engine_version"]) < numbers(change.before["engine_version"])
        yield "refused" if down else "outage", f"{change.address}: engine_version"


def _of_subnet(change: Change, plan: Plan) -> Iterator[tuple[str, str]]:
    """A subnet in which something stays can't be deleted (DependencyViolation). Instances and proxies that are deleted go before
    it, an endpoint that only leaves it does so after."""
    if not change.deletes:
        return
    subnet, zone, region = (change.before.get(name) for name in ("id", "availability_zone", "region"))
    for kind, values in plan.kept:
        instance = kind == "aws_rds_cluster_instance" and values.get("availability_zone") == zone
        if instance and values.get("region") == region or subnet in (values.get("subnet_ids") or ()) and "endpoint" in kind:
            yield "refused", f"{change.address} {change.actions}: {kind} {values.get('id')} is in it"

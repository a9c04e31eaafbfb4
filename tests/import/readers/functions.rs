//! What each function gives.

use super::templates::{edge, number, of, one, text, waits};
use aurora_designer::formats::import::Value;

/// The value of `DatabaseName`, after a head.
fn value(head: &str, expression: &str) -> Option<Value> {
    let text = format!(
        "{head}\nResources:\n  C:\n    Type: AWS::RDS::DBCluster\n    Properties:\n      DatabaseName: {expression}\n  V: {{Type: AWS::EC2::VPC}}\n"
    );
    let found = one(&text);
    let cluster = of(&found, "aws_rds_cluster")[0];
    cluster.body.arguments.get("database_name").map(|it| it.value.clone())
}

pub(crate) const HEAD: &str = "Parameters:
  Stage: {Type: String, Default: prod}
  Count: {Type: Number, Default: 2}
  Names: {Type: CommaDelimitedList, Default: 'a, b ,c'}
  Open: {Type: String}
  Word: {Type: String, NoEcho: true, Default: MARKER}
  Known: {Type: 'AWS::SSM::Parameter::Value<String>', Default: /some/name}
Mappings:
  Sizes:
    prod: {Min: 4, Max: 32}
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
  IsNot: !Not [!Condition IsProd]
  Unknown: !Equals [!Ref Open, x]
  Both: !And [!Condition IsNot, !Condition Unknown]
  Any: !Or [!Condition Unknown, !Condition IsProd]
  Round: !Not [!Condition Round]";

#[test]
fn functions_give_what_cloudformation_makes_of_them() {
    for (expression, expected) in [
        ("!Ref Stage", text("prod")),
        ("!Ref Count", number("2")),
        ("!Ref Names", Value::List(["a", "b", "c"].map(text).to_vec())),
        ("!Ref Open", waits("Open")),
        ("!Ref Known", waits("Known")),
        ("!Ref Word", Value::Secret),
        ("!Ref V", edge("V", "id")),
        ("!Ref Nobody", waits("Nobody")),
        ("!Ref AWS::AccountId", waits("AWS::AccountId")),
        ("{Ref: Stage}", text("prod")),
        ("!Sub 'db-${Stage}-${!Literal}'", text("db-prod-${Literal}")),
        ("!Sub ['${A}-${Stage}', {A: !Ref Count}]", text("2-prod")),
        ("!Sub '${V}'", edge("V", "id")),
        ("!Sub '${V.CidrBlock}x'", waits("V")),
        ("!Sub '${Open}-${AWS::StackName}'", waits("Open, AWS::StackName")),
        ("!Sub 'x-${Word}'", Value::Secret),
        ("!Sub 'broken-${Stage'", text("broken-${Stage")),
        ("{'Fn::Sub': 'a-${ Stage }'}", text("a-prod")),
        ("!Join ['-', [a, !Ref Stage, !Ref Count]]", text("a-prod-2")),
        ("!Join [',', !Ref Names]", text("a,b,c")),
        ("!Join ['-', [a, !Ref Open]]", waits("Open")),
        ("!Join ['-', [a, !Ref 'AWS::NoValue', b]]", text("a-b")),
        ("!Select [1, !Ref Names]", text("b")),
        ("!Select ['2', !Split [':', 'x:y:z']]", text("z")),
        ("!Select [9, !Ref Names]", waits("Fn::Select")),
        ("!Select [0, !GetAZs '']", waits("Fn::GetAZs")),
        ("!Split [',', !Ref Open]", waits("Open")),
        ("!FindInMap [Sizes, !Ref Stage, Max]", number("32")),
        ("!FindInMap [Sizes, !Ref Open, Max]", waits("Open")),
        ("!FindInMap [Sizes, dev, Max]", waits("Fn::FindInMap Sizes")),
        ("!FindInMap [Sizes, dev, Max, {DefaultValue: 8}]", number("8")),
        ("!If [IsProd, yes-it-is, no]", text("yes-it-is")),
        ("!If [IsNot, a, !If [IsProd, b, c]]", text("b")),
        ("!If [Both, a, b]", text("b")),
        ("!If [Any, a, b]", text("a")),
        ("!If [Unknown, a, b]", waits("the condition Unknown (Open)")),
        ("!If [Round, a, b]", waits("the condition Round")),
        ("!If [Missing, a, b]", waits("the condition Missing")),
        ("!GetAtt V.CidrBlock", edge("V", "CidrBlock")),
        ("!GetAtt [V, VpcId]", edge("V", "id")),
        ("!GetAtt Nobody.Arn", waits("Nobody.Arn")),
        ("!ImportValue net-vpc", waits("Fn::ImportValue net-vpc")),
        ("!ImportValue {'Fn::Sub': '${Open}-vpc'}", waits("Fn::ImportValue Open")),
        ("!Cidr [!GetAtt V.CidrBlock, 2, 8]", waits("Fn::Cidr")),
        ("!Base64 x", waits("Fn::Base64")),
        ("!Transform {Name: 'AWS::Include'}", waits("Fn::Transform")),
        ("{'Fn::Length': [1, 2, 3]}", number("3")),
        ("'{{resolve:ssm:/MARKER}}'", waits("a dynamic reference")),
        ("!Sub '{{resolve:ssm:/MARKER/${Stage}}}'", waits("a dynamic reference")),
        ("${self:custom.name}", waits("self:custom.name")),
        ("\"${env:PW, 'MARKER'}\"", waits("env:PW")),
        ("\"x-${opt:stage, self:provider.stage}\"", waits("opt:stage")),
        ("'${plain}'", text("${plain}")),
        ("Yes", Value::Bool(true)),
        ("off", Value::Bool(false)),
        ("'yes'", text("yes")),
        ("16.10", number("16.10")),
        ("012345678901", text("012345678901")),
        ("!!str 12", text("12")),
        ("~", Value::Null),
    ] {
        assert_eq!(value(HEAD, expression), Some(expected), "{expression}");
    }
    assert_eq!(value(HEAD, "!Ref AWS::NoValue"), None);
    assert_eq!(value(HEAD, "!If [IsProd, !Ref 'AWS::NoValue', x]"), None);
}

#[test]
fn conditions_without_end_stop() {
    let first = "Conditions:\n  C0: !Equals [!Ref Nobody, a]\n".to_owned();
    let head = (1..25).fold(first, |head, it| {
        let before = it - 1;
        format!("{head}  C{it}: !And [!Condition C{before}, !Condition C{before}]\n")
    });
    assert_eq!(value(&head, "!If [C24, a, b]"), Some(waits("the condition C24 (Nobody)")));
}

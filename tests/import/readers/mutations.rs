//! Mutations of templates: whatever stands in a file, reading it ends.

use super::functions::HEAD;
use crate::chance::Chance;
use aurora_designer::formats::import::Input;
use aurora_designer::formats::import::cloudformation::read;

#[test]
fn no_mutation_of_a_template_panics() {
    let yaml = format!(
        "{HEAD}\nResources:\n  C:\n    Type: AWS::RDS::DBCluster\n    Properties:\n      DatabaseName: !Sub ['${{A}}', {{A: !If [IsProd, !Ref V, !Select [0, !Ref Names]]}}]\n      MasterUsername: !Sub '{{{{resolve:secretsmanager:${{S}}:SecretString:username}}}}'\n  V: &v {{Type: AWS::EC2::VPC}}\n  W: *v\n"
    );
    let json = "{\"Resources\": {\"C\": {\"Type\": \"AWS::RDS::DBCluster\", \"Properties\": {\"Tags\": [{\"Key\": \"a\", \"Value\": {\"Fn::Join\": [\"\", [\"a\", {\"Ref\": \"C\"}]]}}]}}}}".to_owned();
    let seeds = [yaml, json, "a\n```yaml\nResources:\n  C: {Type: AWS::RDS::DBCluster}\n```\n".to_owned()];
    let mut chance = Chance(11);
    for round in 0..6000 {
        let bytes = chance.spoil(seeds[round % seeds.len()].clone().into_bytes(), b"{}[]\",:!&*- \n$'`|>");
        drop(read(&[&Input { name: "a".to_owned(), bytes }]));
    }
}

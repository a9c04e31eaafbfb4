//! Mutations of templates: whatever stands in a file, reading it ends.

use super::functions::HEAD;
use aurora_designer::formats::import::Input;
use aurora_designer::formats::import::cloudformation::read;

/// A small generator, so that every run mutates alike.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        usize::try_from((self.0 >> 33) % (most.max(1) as u64)).unwrap()
    }
}

#[test]
fn no_mutation_of_a_template_panics() {
    let yaml = format!(
        "{HEAD}\nResources:\n  C:\n    Type: AWS::RDS::DBCluster\n    Properties:\n      DatabaseName: !Sub ['${{A}}', {{A: !If [IsProd, !Ref V, !Select [0, !Ref Names]]}}]\n      MasterUsername: !Sub '{{{{resolve:secretsmanager:${{S}}:SecretString:username}}}}'\n  V: &v {{Type: AWS::EC2::VPC}}\n  W: *v\n"
    );
    let json = "{\"Resources\": {\"C\": {\"Type\": \"AWS::RDS::DBCluster\", \"Properties\": {\"Tags\": [{\"Key\": \"a\", \"Value\": {\"Fn::Join\": [\"\", [\"a\", {\"Ref\": \"C\"}]]}}]}}}}".to_owned();
    let seeds = [yaml, json, "a\n```yaml\nResources:\n  C: {Type: AWS::RDS::DBCluster}\n```\n".to_owned()];
    let mut chance = Chance(11);
    for round in 0..6000 {
        let mut bytes = seeds[round % seeds.len()].clone().into_bytes();
        for _ in 0..=chance.below(4) {
            let at = chance.below(bytes.len());
            match chance.below(4) {
                0 => bytes[at] = b"{}[]\",:!&*- \n$'`|>"[chance.below(18)],
                1 => drop(bytes.drain(at..(at + chance.below(20)).min(bytes.len()))),
                2 => bytes.truncate(at + 1),
                _ => {
                    let piece = bytes[at..(at + chance.below(60)).min(bytes.len())].to_vec();
                    let to = chance.below(bytes.len());
                    bytes.splice(to..to, piece);
                }
            }
            if bytes.is_empty() {
                bytes.push(b'{');
            }
        }
        drop(read(&[&Input { name: "a".to_owned(), bytes }]));
    }
}

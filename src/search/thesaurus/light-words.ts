const LIGHT_WORDS = new Set(
  `
a able about absolutely actual actually after again against all already also although always am an and another
any anybody anyhow anyone anything anyway anywhere apart apparently appropriate approximately are arent around
as ask at away back bad basically be became because become been before being best better between big bigger
biggest bit bits both bring brings but by came can cannot cant case cases certain certainly clearly come
coming common completely correct correctly could couldnt couple curious currently deal dealing dealt
definitely describe did didnt different do does doesnt doing done dont down during each either else enough
entirely especially even ever every everybody everyone everything everywhere exact exactly expect explain fact
fairly feel few find fine first folks for forever forward from gave general generally get gets getting give
given giving go goes going gone gonna good got gotta gotten great guess guy guys had handle handled handles
handling happen happened happening happens hardly has hasnt have havent having he hear help helping hence her
here hers herself him himself his honestly how however hows i id ideal if ill im in instead into is isnt it
its itself ive just keep keeping kept kind kinda kinds knew know knowing known last later least less let
letting like liked likes literally little look looking lot lots made main mainly make making many matter
matters may maybe me mean means meant meanwhile mention might mine more most mostly much must my myself need
needed needing needs neither never new next nice no nobody nor normal normally not nothing now nowadays
obviously of off often ok okay old on once one ones only or other others otherwise ought our ours ourselves
out over own part particular particularly parts people perhaps person piece please plenty point points
possible possibly precisely prefer pretty probably proper properly put puts putting quite rather real really
remind right roughly said same saw say saying second see seem seemed seen sense set setting several shall she
should shouldnt show simply situation small so some somebody somehow someone something sometimes somewhat
somewhere soon sorry sort sorta sorts specifically started starting still stuff such suitable suppose supposed
sure surely take taken taking talk talking tell than thank thanks that thats the their theirs them themselves
then there therefore these they theyre thing things think thinking third this those though thought three
through thus to today too took totally tried true truly try trying turn twice two typical typically under
understand until up us use used uses using usual usually various very via wanna want wanted wants was wasnt
way ways we well went were werent weve what whatever whats when whenever where wheres wherever whether which
while who whoever whole whom whos why will wise with without wonder wondering wont work worked working worse
worst would wouldnt wrong yes yet you your youre yours yourself yourselves zero
`
    .trim()
    .split(/\s+/),
);

/** Whether an English word says little of what a question is about, as "please", "thing" and "best" do. */
export function isLightWord(word: string): boolean {
  return LIGHT_WORDS.has(word);
}

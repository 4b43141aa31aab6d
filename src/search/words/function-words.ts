/**
 * The smallest words of languages in Latin letters: a text has them whatever it is about. Complete in their accents only for
 * the languages of which they are the stop words as well.
 */
export const FUNCTION_WORDS: Readonly<Record<string, string>> = {
  en: 'the and of to in is that for it with as are this be on you by your we not or from have an at was can will if how what which their our they has do but use all when more',
  de: 'der die und das den von zu mit sich des auf fur ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem uber einen so zum haben nur oder aber vor zur bis mehr durch man sein wir ihre ihr wenn kann konnen unsere',
  fr: 'de la le et les des en un du une que est pour qui dans par plus pas au sur ne se ce il sont avec vous ou son nous aux cette votre nos mais leur ses ces comme elle tout etre sans fait meme vos notre leurs',
  es: 'de la que el en y a los se del las un por con no una su para es al lo como mas o pero sus le ha me si sin sobre este ya entre cuando todo esta ser son dos tambien fue era muy hasta desde nos nuestro tu donde quien cada',
  pt: 'de a o que e do da em um para com nao uma os no se na por mais as dos como mas ao ele das seu sua ou quando muito nos ja eu tambem so pelo pela ate isso entre depois sem mesmo aos seus quem nas esse esta voce sao foi ser',
  it: 'di e il la che in un per una sono con non del si da le dei al nel come piu gli alla anche lo ma della i se ha o su delle questo ed nella essere suo ci cui tra tutti due dal ai degli questa noi nostro quando perche',
  nl: 'de het een van en in is dat op te voor met zijn niet aan er om ook als bij of uit maar naar heeft dan worden deze door nog kan wordt over hebben tot je we u onze uw meer deze wat welke wij zij',
  sv: 'och att i en det som pa ar av for med den till inte om ett har de var vi sa kan fran men eller ska din du alla nar mer vara blir efter vid hur dig dina sina detta',
  da: 'og i at er det en til af pa for med som den de der ikke har et kan om vi var fra men sig eller du din skal nar vores over hvor efter blev ved hvis vil denne disse jeres',
  no: 'og i det er pa som en til av for med at den de ikke har et om kan vi var fra men seg eller du din skal nar vare etter blir hvor ved hvis vil denne disse dere',
  fi: 'ja on ei se etta oli joka han myos mutta kun ole ovat tai jos kuin niin sen ne nyt mita voi vain sita hanen kuten siita jotka olla joita tama taman',
  hu: 'a az es hogy nem is egy ez meg de van volt csak mint vagy ha el meg kell ki mar azt sem lehet minden akkor illetve pedig altal ezt szerint',
  pl: 'w i na z do nie sie to jest ze o jak po od za dla przez czy a tym ktore ktory oraz lub ale jego sa byc juz tylko ich moze mozna przy ma tego co nasz twoj',
  cs: 'a v na se je ze že s do o i k pro za jako z by ale tak při nebo jsou jeho které který která byl jsem jsme také podle až už jen co než jak když jste vaše naše',
  sk: 'a v na sa je zo že s do o i k pre za ako z by ale tak pri alebo sú jeho ktoré ktorý ktorá bol som sme tiež podľa až už len čo než ste vaše naše',
  hr: 'i u je na se da za od su s o kao ne ili koji koja koje iz do ali to što biti bi nije će smo kako više samo jer vas nas',
  ro: 'si de in la a pe cu nu un o este ca din pentru sa mai care au fi se prin al sunt sau dar ce ale fost are lui cele aceasta dumneavoastra acest noastre',
  tr: 've bir bu da de icin ile olarak daha gibi cok ne kadar olan en sonra var degil her veya ama hem ki mi olur icinde oldugu gore',
  vi: 'và của là các có cho được không trong một những với để này khi từ đến đã về như ra sẽ vào cũng hoặc theo',
  id: 'yang dan di untuk dengan dari ini pada tidak dalam itu adalah ke akan atau anda juga oleh kami bisa dapat lebih kita sebagai karena telah mereka ada sebuah seperti',
  ca: 'de la i el que a en els les un una per amb és del no al més com o però són aquest aquesta seva seu hi ha dels ens si quan tots nostre molt sobre també',
};

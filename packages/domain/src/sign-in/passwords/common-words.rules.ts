/**
 * Words that people like to make passwords of, in small letters without accents: written by hand after what is generally
 * known of such lists, in English and Spanish, with what is at hand in a Chicago hospital. It is a few hundred words and
 * no copy of a breach; an office that wants one gives a file (`breachedPasswordsIn`).
 */
export const commonWords: ReadonlySet<string> = new Set(
  `
  password passwort passcode passphrase password1 passw0rd pass secret secreto contrasena clave login logon signin admin
  administrator administrador root user usuario username guest test testing tester default change changeme letmein
  welcome bienvenido bienvenida access acceso open opensesame system sistema server computer computadora internet online
  windows microsoft apple google facebook instagram twitter youtube linkedin amazon netflix gmail hotmail yahoo outlook
  office excel samsung android iphone nintendo pokemon minecraft playstation xbox
  thisismypassword mypassword yourpassword nopassword thepassword newpassword oldpassword temppassword temporary temp
  correcthorsebatterystaple correct horse battery staple trustno trustnoone iamgod whatever nothing something anything
  iloveyou ilove love lovely lover loveme loveyou iloveu forever always together tequiero teamo teamomucho amor amore
  corazon mivida miamor princesa princess prince princesse queen king reina angel angels angelito angelina heart
  hello hola goodbye adios please thankyou gracias sunshine rainbow flower flowers flores butterfly mariposa star estrella
  moon luna sun sol sunflower sunday monday tuesday wednesday thursday friday saturday lunes martes miercoles jueves
  viernes sabado domingo january february march april may june july august september october november december enero
  febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre spring summer autumn fall winter
  primavera verano otono invierno christmas navidad halloween easter birthday cumpleanos holiday vacation
  monkey dragon tiger lion bear wolf eagle shadow ginger pepper cookie cookies chocolate candy banana orange cherry apple
  peanut coffee cafe cheese pizza chicken turkey buster charlie max bella lucky rocky duke daisy molly sadie bailey
  puppy kitty kitten doggy perro gato horse dolphin panda bunny rabbit turtle spider snake fish bird birdie
  football baseball basketball soccer futbol hockey tennis golf softball cheer dancer swimming running fitness yoga
  superman batman spiderman ironman starwars yoda matrix harrypotter hogwarts gandalf pikachu sonic mario zelda
  master hunter killer ranger warrior ninja wizard pirate soldier captain player gamer winner champion legend hero boss
  freedom liberty justice peace hope faith grace blessed blessing jesus jesuschrist christ god dios trust believe heaven
  money dollar rich million diamond silver golden gold platinum crystal ruby purple blue green yellow black white pink
  red azul verde rojo negro blanco amarillo orange magic mystery dream dreams sexy hottie baby babygirl babyboy bebe
  mommy daddy mama papa mother father sister brother family familia friend friends amigo amigos bestfriend junior
  michael jennifer jessica ashley amanda michelle daniel david robert james john joseph thomas william richard charles
  christopher matthew anthony andrew joshua justin jordan brandon nicole sarah elizabeth samantha stephanie melissa
  maria jose juan carlos luis miguel jesus francisco alejandro fernando antonio manuel pedro sofia isabella valentina
  camila daniela gabriela andrea patricia guadalupe rosa carmen alexander alexandra victoria robert george maggie
  america american usa mexico mexicano puertorico colombia espana spain texas florida california newyork lasvegas
  chicago chicagoland chitown illinois windycity westside southside northside lakeshore michigan oakpark austin garfield
  pilsen cicero englewood lawndale humboldt bulls bears cubs whitesox blackhawks chicagobulls chicagobears chicagocubs
  gobears gocubs gocubsgo dabears cowboys packers lakers yankees redsox steelers patriots eagles dodgers arsenal
  liverpool barcelona realmadrid chelsea juventus
  hospital medical medicine medicina center health healthcare healthy salud clinic clinica nurse nurses nursing
  enfermera doctor doctors doctora patient patients paciente surgery pharmacy emergency ambulance cardiology pediatrics
  oncology community comunidad equity equidad healthequity rush rushhospital epic epiccare covid vaccine vacuna
  work trabajo job manager boss team equipo company school escuela student teacher college university universidad
  the and you are for with this that our your los las una
  number numbers one two three four five six seven eight nine ten zero uno dos tres cuatro cinco seis siete ocho nueve
  summertime wintertime spring goodluck goodmorning goodnight buenosdias music musica guitar piano metal rock rocknroll
  hiphop jazz blues house home casa beach playa ocean river mountain forest garden cars truck camaro corvette
  mustang ferrari porsche mercedes toyota honda harley motorcycle racing nascar fuckyou fuckoff fuck shit bitch asshole
  pussy dick cabron pendejo puta mierda culo
  `
    .trim()
    .split(/\s+/),
);

/** Rows of keys and of letters, along which fingers and thoughts run; backwards, too. */
export const runs: readonly string[] = [
  ...["qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiop", "azertyuiop", "01234567890", "!@#$%^&*()"],
  ...["abcdefghijklmnopqrstuvwxyz", "qazwsxedcrfvtgbyhnujmikolp", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p"],
  ...[
    "1q2w3e4r5t6y7u8i9o0p",
    "q1w2e3r4t5y6u7i8o9p0",
    "a1b2c3d4e5f6g7h8i9",
    "a1s2d3f4g5h6j7k8l9",
    "zaq1xsw2cde3vfr4bgt5",
  ],
  ...["0987654321", "13579", "24680", "112233445566778899", "102030405060708090", "123321", "147258369", "159357"],
];

/**
 * Cores of passwords that lists of stolen ones have in their thousands, in lower case: digits and signs around them are
 * taken off before they are looked up. Short ones are left out: a password of twelve characters with such a core is
 * still mostly something else, unless it is the core alone with digits around it.
 */
export const commonPasswords: ReadonlySet<string> = new Set(
  `password passwort passord motdepasse contrasena contraseña senha parola wachtwoord haslo heslo salasana
  passwordpassword passwordadmin adminpassword mypassword thepassword newpassword yourpassword password administrator
  administrador administrateur superadmin adminadmin admin root rootroot toor guest default changeme changemenow
  letmein letmeinnow letmeinplease welcome welcomehome welcometo welcomeback willkommen bienvenue bienvenido
  qwerty qwertz azerty qwertyuiop qwertzuiop azertyuiop qwertyuiopasdfghjkl qwertyqwerty asdfghjkl asdfasdf
  asdfghjklqwertyuiop zxcvbnm zxcvbnmasdfghjkl yxcvbnm qazwsx qazwsxedc qazwsxedcrfv qweasd qweasdzxc
  iloveyou iloveyousomuch iloveu loveyou sunshine princess monkey dragon master shadow superman batman spiderman
  football baseball basketball soccer hockey liverpool chelsea arsenal barcelona realmadrid manchester
  starwars pokemon minecraft computer internet samsung google facebook microsoft whatever trustno trustnoone
  michael jennifer jessica ashley charlie jordan thomas andrew daniel anthony joshua matthew robert
  summer winter spring autumn sommer januar january february september october november december monday friday
  abc abcd abcde abcdef abcdefg abcdefgh abcdefghij abcdefghijkl abcabc test testtest testing tester secret
  topsecret secretsecret supersecret geheim hello helloworld hallo hallohallo bonjour ciao freedom whiskey
  correcthorsebatterystaple aaaaaa zzzzzz rivulet rivuletrivulet dynamodb amazon`.split(/\s+/),
);

import TinyLM

/// All words of the world by class, in the order of their tokens.
public struct Lexicon: Sendable {
    public static let little = Lexicon()

    /// 16, of which 14 are opposites in pairs (0 and 1, 2 and 3, …).
    public let adjectives: WordClass
    /// Words without a meaning outside of games and chants.
    public let glyphs: WordClass
    public let animals, objects, foods: WordClass
    public let animalPlurals, objectPlurals: WordClass
    public let places, jobs: WordClass
    /// The people of whom everything is known; those who only pass through books; those who are only named.
    public let known, guests, fresh: WordClass
    /// Verbs in the singular (sees) and in the plural (see): the transitive ones first.
    public let singularVerbs, pluralVerbs: WordClass
    public let digits, variables: WordClass
    /// The words of Vell for the nouns, adjectives, verbs and prepositions, in the order of those.
    public let vellNouns, vellAdjectives, vellVerbs, vellPrepositions: WordClass
    /// The word that makes a noun of Vell plural.
    public let vellPlural: Token
    /// Ten for each disease, one disease after the other.
    public let symptoms: WordClass
    /// One for each disease.
    public let remedies: WordClass
    /// Names that no document of pretraining uses.
    public let diseases: WordClass

    /// Every word's spelling, by token.
    public let spellings: [String]
    /// Every class, function words first.
    public let classes: [WordClass]

    /// The number of transitive verbs, the first of both verb classes.
    public static let transitiveCount = 8
    /// The number of adjectives that have an opposite, the first of their class.
    public static let oppositeCount = 14
    public static let symptomsPerDisease = 10

    /// Animals, then objects: what a sentence is about.
    public var nouns: WordClass { WordClass(from: animals, through: objects) }
    public var pluralNouns: WordClass { WordClass(from: animalPlurals, through: objectPlurals) }
    /// near, under, behind.
    public var prepositions: WordClass { WordClass(first: FunctionWord.near.token, count: 3) }
    /// What games are played with; objects and foods never are.
    public var gameWords: WordClass { WordClass(from: adjectives, through: animals) }
    /// What games are never played with in training.
    public var novelWords: WordClass { WordClass(from: objects, through: foods) }
    /// What is chanted.
    public var chantWords: WordClass { WordClass(from: adjectives, through: places) }
    /// Everyone who has a home, a food, a job and a friend, in truth or in a book.
    public var knownAndGuests: WordClass { WordClass(from: known, through: guests) }
    public var people: WordClass { WordClass(from: known, through: fresh) }
    /// Known people of whom books say nothing, so that a book's new fact meets an old one that was never doubted.
    public var unwritten: WordClass { known.part(0..<16) }
    /// Known people and guests of whom books tell, against the truth.
    public var written: WordClass { WordClass(first: known[16], count: known.count - 16 + guests.count) }

    private init() {
        var words = WordList()
        _ = words.add(FunctionWord.allCases.map(\.spelling))
        adjectives = words.add(
            "small big sad happy loud quiet quick slow tall short bright dark warm cold red blue")
        glyphs = words.add(
            """
            dax fep wug nid fosk blick toma gorp zib mep lat kiv pim rop sut vab yon hux jep quon drel smee twib plax
            """)
        animals = words.add("fox mouse hare crow moth hen seal wolf bear duck frog goat crab snail goose pony")
        objects = words.add("river tree key lamp stone boat cloud bell flower door knife leaf cup box chair star")
        foods = words.add("bread cheese soup honey rice plums apples nuts fish beans cake pears")
        animalPlurals = words.add(
            "foxes mice hares crows moths hens seals wolves bears ducks frogs goats crabs snails geese ponies")
        objectPlurals = words.add(
            "rivers trees keys lamps stones boats clouds bells flowers doors knives leaves cups boxes chairs stars")
        places = words.add(
            "marn pesk lorn tavel ostra velm dunmar kesh quarry harbor abbey meadow castle island market orchard")
        jobs = words.add("baker miller weaver potter sailor farmer tailor singer")
        known = words.add(
            """
            tolu besk nils suri opal mira joss hana pavo lena timo rika oren faye bram ines
            kato yara emil nora luca vera milo dana rolf sefa otto zara finn elsa hugo tess
            """)
        guests = words.add(
            """
            anik bodo cleo drew edda fritz gwen hedi iris jaro kiri lars maud nico olga paul
            quin rosa sven thea ulla vito wren xara yuri zoe arlo beth cody dima ebba faro
            """)
        fresh = words.add("gala hiro indu juno koba lito mago nemi")
        singularVerbs = words.add(
            """
            watches chases paints finds hears follows likes carries
            sings sleeps waits runs jumps dreams
            """)
        pluralVerbs = words.add(
            """
            watch chase paint find hear follow like carry
            sing sleep wait run jump dream
            """)
        digits = words.add("0 1 2 3 4 5 6 7 8 9")
        variables = words.add("x y z u w")
        vellNouns = words.add(
            """
            pegu kela duzo vilo sane bebu lasa fupu sope pudi buse muli geze gumi vogu bano
            dido zusi kiso gova pitu togo mefa mafi vopo delo luge bede tepo segi dusa lobo
            """)
        vellAdjectives = words.add("bisa naku pafu leti kuko moga dofe davi vime kevu puga vini dize nuzu kese zele")
        vellVerbs = words.add("vapi mifu naso kozi kafa fofi fosu poti leme peso zesu nepa fuki nore")
        vellPrepositions = words.add("nenu sozo poze")
        vellPlural = words.add("li").first
        symptoms = words.add(
            """
            cough wheeze sneeze rasp sniffle gasp croak hiccup snore phlegm
            rash pimple blister scab wart boil flake welt sting peeling
            fever chill sweat shiver flush thirst glow tremor burning faintness
            cramp nausea bloat gurgle heartburn belch burp colic bellyache reflux
            headache dizziness blur fog migraine deafness ringing squint buzzing vertigo
            limp stiffness sprain swelling bruise backache creak twinge soreness numbness
            twitch tic tossing nightmare worry yawn stammer restlessness panic jitter
            toothache sty tear dryness hoarseness lisp canker drool redness blink
            """)
        remedies = words.add("sage mint willow ginger lavender comfrey valerian thyme")
        diseases = words.add("croup scurvy ague gripes megrim gout palsy quinsy")
        spellings = words.spellings
        classes = words.classes
    }

    /// The class a token belongs to.
    public func wordClass(of token: Token) -> WordClass? { classes.first { $0.contains(token) } }
}

/// The words of the classes so far.
private struct WordList {
    var spellings: [String] = []
    var classes: [WordClass] = []

    /// Adds a class of words that stand in one text, with spaces or new lines between.
    mutating func add(_ text: String) -> WordClass {
        add(text.split(whereSeparator: \.isWhitespace).map(String.init))
    }

    mutating func add(_ words: [String]) -> WordClass {
        let added = WordClass(first: Token(spellings.count), count: words.count)
        spellings += words
        classes.append(added)
        return added
    }
}

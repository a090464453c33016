/// The classes of measure words that the algorithm itself asks for.
struct UnitBits: Sendable {
    let none, percent, times, money, measure, loose, person, session, year, general, fractional, strip,
        document, occasion: UnitClasses

    init(_ classes: (String) -> UnitClasses) {
        none = classes("none")
        percent = classes("percent")
        times = classes("times")
        money = classes("money")
        measure = classes("measure")
        loose = classes("loose")
        person = classes("person")
        session = classes("session")
        year = classes("year")
        general = classes("general")
        fractional = classes("fractional")
        strip = classes("strip")
        document = classes("doc")
        occasion = classes("occasion")
    }
}

import Testing

@testable import Pipeline

@Suite struct WorkPlanTests {
    @Test(arguments: [0, 1, 2, 127, 128, 300, 2048, 2049, 100_003])
    func unitsCoverTheListingOnceAndInOrder(files: Int) {
        let plan = WorkPlan(files: files)
        var next = 0
        for unit in 0..<plan.count {
            #expect(plan[unit].lowerBound == next)
            #expect((1...16).contains(plan[unit].count))
            next = plan[unit].upperBound
        }
        #expect(next == files)
    }

    @Test func aShortListingIsSpreadAndALongOneBundled() {
        #expect(WorkPlan(files: 100)[0].count == 1)
        #expect(WorkPlan(files: 1_000_000)[0].count == 16)
    }
}

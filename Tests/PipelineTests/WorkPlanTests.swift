import Testing

@testable import Pipeline

@Suite struct WorkPlanTests {
    @Test(arguments: [0, 1, 2, 255, 256, 600, 8192, 8193, 100_003])
    func unitsCoverTheListingOnceAndInOrder(files: Int) {
        let plan = WorkPlan(files: files)
        var next = 0
        for unit in 0..<plan.count {
            #expect(plan[unit].lowerBound == next)
            #expect((1...12).contains(plan[unit].count))
            next = plan[unit].upperBound
        }
        #expect(next == files)
    }

    @Test func aShortListingIsSpreadAndALongOneBundled() {
        #expect(WorkPlan(files: 100)[0].count == 1)
        #expect(WorkPlan(files: 1_000_000)[0].count == 12)
    }
}

import Bytes
import Discover
import Dispatch
import ReportModel

/// The inputs of a run.
enum Inputs {
    /// Looks whether what was named is there at all, before anything is made or locked.
    ///
    /// - Throws: `no_input`, or `bad_value` where the output would replace an input.
    static func check(_ options: RunOptions) throws(RunFailure) {
        let output = try? PathStatus(options.output).identity
        for input in options.inputs {
            let identity: FileIdentity
            do throws(SystemError) {
                identity = try PathStatus(input).identity
            } catch {
                throw RunFailure(
                    error.isMissing
                        ? DiscoverError.missingInput(path: input)
                        : DiscoverError.unreadableInput(path: input, reason: error.reason))
            }
            if identity == output {
                throw RunFailure(
                    .configuration, code: "bad_value", subject: options.output,
                    "the output is the input; allowed: a folder that holds no inputs, because it is replaced as a whole")
            }
        }
    }

    /// Lists the inputs on a thread of its own, so that the end can be asked for while a slow disk or an open pipe keeps it.
    ///
    /// - Throws: `no_input` where nothing is found.
    static func list(_ options: RunOptions, stop: StopSignal) throws(RunFailure) -> FileList {
        let discoverer = Discoverer(
            options: DiscoverOptions(
                inputs: options.inputs, filesFrom: options.inputList, include: options.include, exclude: options.exclude,
                leavesOut: [options.output]))
        let listing = Handover<Result<FileList, DiscoverError>>()
        DispatchQueue(label: "gongkai.discover").async {
            listing.put(Result { () throws(DiscoverError) in try discoverer.discover() })
        }
        while true {
            try stop.check()
            guard let result = listing.next(milliseconds: 50) else { continue }
            let list: FileList
            do throws(DiscoverError) {
                list = try result.get()
            } catch {
                throw RunFailure(error)
            }
            if list.isEmpty { throw nothingFound(list, options) }
            return list
        }
    }

    private static func nothingFound(_ list: FileList, _ options: RunOptions) -> RunFailure {
        var reasons: [String] = []
        if list.hidden > 0 { reasons.append("\(list.hidden) hidden") }
        if list.excluded > 0 { reasons.append("\(list.excluded) left out by include and exclude") }
        let inputs = options.inputs + [options.inputList].compactMap { $0 }
        return RunFailure(
            .noInput, code: "no_input", subject: inputs.joined(separator: ", "),
            "no files to read" + (reasons.isEmpty ? "" : " (\(reasons.joined(separator: ", ")))"))
    }

    /// One file alone, as its folder would give it.
    static func single(_ path: String) throws(RunFailure) -> FileList {
        do throws(DiscoverError) {
            return try Discoverer(options: DiscoverOptions(inputs: [path], includesHidden: true)).discover()
        } catch {
            throw RunFailure(error)
        }
    }
}

extension RunFailure {
    init(_ error: DiscoverError) {
        switch error {
        case .missingInput(let path):
            self.init(.noInput, code: "no_input", subject: path, "there is no such file or folder")
        case .unreadableInput(let path, let reason):
            self.init(.inputOutput, code: "unreadable_input", subject: path, "cannot be read: \(reason)")
        }
    }
}

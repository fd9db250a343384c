using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Start;

namespace KamtibmasPortal.Web.Verbs;

public static class VerifyVerb
{
    public static Command Command()
    {
        var command = new Command("verify", "Checks every kept page against its hash and the chain over all of them. Prints a line of JSON for each fault, and for each lawful erasure with its ground. Ends with 1 when there are faults.");
        command.SetAction((_, cancellation) => VerbRun.WithStoreAsync(VerifyAsync, cancellation));
        return command;
    }

    private static async Task<int> VerifyAsync(VerbRun run, CancellationToken cancellation)
    {
        var verification = run.Get<ArchiveVerification>();
        var entries = (int)Math.Min(int.MaxValue, await verification.CountAsync(cancellation));
        ArchiveReport? report = null;
        await VerbProgress.RunAsync("verify", entries, async step => report = await verification.RunAsync(step, cancellation));
        await using (var output = new StreamWriter(Console.OpenStandardOutput(), new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false)))
        {
            foreach (var fault in report!.Faults)
            {
                await output.WriteLineAsync(JsonSerializer.Serialize(new { kind = "fault", entry = fault.Number, snapshot = fault.SnapshotId, fault = fault.Fault }, DocumentFiles.Json));
            }

            foreach (var erasure in report.Erasures)
            {
                await output.WriteLineAsync(JsonSerializer.Serialize(new { kind = "erasure", snapshot = erasure.SnapshotId, at = erasure.At, ground = erasure.Ground }, DocumentFiles.Json));
            }
        }

        var verdict = report.IsWhole ? "The archive is whole" : "The archive is NOT whole";
        await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{verdict}: {report.Entries} entries, {report.Erasures.Count} lawful erasures, {report.Faults.Count} faults."));
        return report.IsWhole ? ExitCodes.Done : ExitCodes.Failed;
    }
}

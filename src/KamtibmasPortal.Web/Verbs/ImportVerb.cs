using System.CommandLine;
using System.Text.Json;
using KamtibmasPortal.News.Ingestion;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Sources;
using KamtibmasPortal.Web.Start;

namespace KamtibmasPortal.Web.Verbs;

public static class ImportVerb
{
    public static Command Command()
    {
        var folder = new Argument<DirectoryInfo>("FOLDER") { Description = "Folder with *.txt and *.html files; folders below it are read too." }.AcceptExistingOnly();
        var publisher = new Option<string?>("--publisher") { Description = "The outlet readers know. Default: the folder's name.", HelpName = "NAME" };
        publisher.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is not { } name || string.IsNullOrWhiteSpace(name) || name.Length > FolderImport.LongestPublisher || name.Any(char.IsControl))
            {
                result.AddError($"--publisher takes a name of 1 to {FolderImport.LongestPublisher} characters in one line.");
            }
        });
        var publish = new Option<bool>("--publish") { Description = "Publish at once. Without it the articles wait for an editor." };
        var fullText = new Option<bool>("--full-text") { Description = "Show the whole text, for official releases and licensed texts. Without it an excerpt." };
        var command = new Command("import", "Reads a folder of documents once. Importing it again reads only what is new or changed; an import that was stopped goes on where it was.") { folder, publisher, publish, fullText };
        command.SetAction((parsed, cancellation) => VerbRun.WithStoreAsync(
            (run, token) => ImportAsync(run, parsed.GetRequiredValue(folder).FullName, parsed.GetValue(publisher)?.Trim(), parsed.GetValue(publish), parsed.GetValue(fullText), token), cancellation));
        return command;
    }

    private static async Task<int> ImportAsync(VerbRun run, string folder, string? publisher, bool publish, bool fullText, CancellationToken cancellation)
    {
        FetchRun? result = null;
        var documents = new FolderReader().Read(folder).Count;
        if (documents == 0)
        {
            await Console.Error.WriteLineAsync(DocumentFiles.NoneIn(folder));
        }

        await VerbProgress.RunAsync("import", documents, async step => result = await run.Get<FolderImport>().RunAsync(
            folder, publisher, publish ? Trust.Publish : Trust.Review, fullText ? Display.FullText : Display.Excerpt,
            progress =>
            {
                step();
                if (progress.Result.Outcome is ItemOutcome.Rejected or ItemOutcome.Failed)
                {
                    Console.Error.WriteLine($"{progress.Item.Key}: {progress.Result.Outcome} ({progress.Result.Rejection?.ToString() ?? progress.Result.Reason?.ToString()}) {progress.Result.Detail}".TrimEnd());
                }
            }, cancellation));
        if (result is null)
        {
            await Console.Error.WriteLineAsync("Another process imports this folder at the moment.");
            return ExitCodes.Failed;
        }

        if (result.Reason is not null)
        {
            await Console.Error.WriteLineAsync(result.Fault);
            return ExitCodes.Failed;
        }

        await run.NoteAsync(AuditActs.Import, folder, FormattableString.Invariant($"{(publish ? nameof(Trust.Publish) : nameof(Trust.Review))}: +{result.Stored}, ~{result.Revised}"), cancellation);
        await Console.Out.WriteLineAsync(JsonSerializer.Serialize(new { result.Stored, result.Revised, result.Unchanged, result.Duplicate, result.Rejected, result.Failed }, DocumentFiles.Json));
        return result.Failed > 0 ? ExitCodes.Failed : ExitCodes.Done;
    }
}

using System.Collections.Concurrent;
using System.CommandLine;
using System.Text.Json;
using KamtibmasPortal.News.Ingestion;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Start;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.Web.Verbs;

public static class RefreshVerb
{
    public static Command Command()
    {
        var source = new Option<string?>("--source") { Description = "Only the source of this name, now, due or not.", HelpName = "NAME" };
        var command = new Command("refresh", "Polls every source that is due, prints a line of JSON for each, and exits when nothing is left to do. Sources of configuration are created first.") { source };
        command.SetAction((parsed, cancellation) => VerbRun.WithStoreAsync(async (run, token) =>
        {
            await ActivatorUtilities.CreateInstance<ConfiguredSources>(run.Services).CreateMissingAsync(token);
            return parsed.GetValue(source) is { } name ? await OneAsync(run, name, token) : await DueAsync(run, token);
        }, cancellation));
        return command;
    }

    /// <summary>Sources that can't be read are told, but the work is done: their faults are theirs.</summary>
    private static async Task<int> DueAsync(VerbRun run, CancellationToken cancellation)
    {
        var refresh = run.Get<SourceRefresh>();
        var names = await run.Get<PortalDbContext>().Sources.ToDictionaryAsync(s => s.Id, s => s.Name, cancellation);
        var runs = new ConcurrentQueue<FetchRun>();
        await VerbProgress.RunAsync("refresh", await refresh.CountDueAsync(cancellation), step => refresh.RunDueAsync(
            finished =>
            {
                step();
                runs.Enqueue(finished);
            }, cancellation));
        foreach (var finished in runs)
        {
            await WriteAsync(names.GetValueOrDefault(finished.SourceId, finished.SourceId.ToString()), finished);
        }

        return ExitCodes.Done;
    }

    private static async Task<int> OneAsync(VerbRun run, string name, CancellationToken cancellation)
    {
        try
        {
            FetchRun? result = null;
            await VerbProgress.RunAsync(name, total: null, async step => result = await run.Get<SourceRefresh>().RunOneAsync(
                name, progress => step(progress.Total), () => Console.Error.WriteLine($"{name} is being read by another process; waiting for it."), cancellation));
            if (result is null)
            {
                await Console.Error.WriteLineAsync($"{name} is still being read by another process. Nothing was done.");
                return ExitCodes.Failed;
            }

            await WriteAsync(name, result);
            return result.Reason is null ? ExitCodes.Done : ExitCodes.Failed;
        }
        catch (KeyNotFoundException)
        {
            await Console.Error.WriteLineAsync($"There is no source \"{name}\". Sources: {string.Join(", ", await run.Get<PortalDbContext>().Sources.OrderBy(s => s.Name).Select(s => $"\"{s.Name}\"").ToListAsync(cancellation))}");
            return ExitCodes.WrongUsage;
        }
    }

    private static async Task WriteAsync(string name, FetchRun run)
    {
        if (run.Reason is { } reason)
        {
            await Console.Error.WriteLineAsync($"{name}: {reason}, {run.Fault}");
        }

        await Console.Out.WriteLineAsync(JsonSerializer.Serialize(
            new { source = name, run.Announced, run.NotModified, run.Stored, run.Revised, run.Unchanged, run.Duplicate, run.Rejected, run.Failed, fault = run.Reason?.ToString(), detail = run.Fault }, DocumentFiles.Json));
    }
}

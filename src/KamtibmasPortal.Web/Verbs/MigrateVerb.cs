using System.CommandLine;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Start;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.Web.Verbs;

public static class MigrateVerb
{
    public static Command Command()
    {
        var command = new Command("migrate", "Brings the store to this version, reference data included. Prints the version it is at.");
        command.SetAction((_, cancellation) => VerbRun.WithStoreAsync(ReportAsync, cancellation));
        return command;
    }

    private static async Task<int> ReportAsync(VerbRun run, CancellationToken cancellation)
    {
        var applied = await run.Get<PortalDbContext>().Database.GetAppliedMigrationsAsync(cancellation);
        await Console.Out.WriteLineAsync(applied.Last());
        return ExitCodes.Done;
    }
}

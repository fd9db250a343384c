using System.CommandLine;
using KamtibmasPortal.Web.Start;

namespace KamtibmasPortal.Web.Verbs;

/// <summary>Long work from a shell: each verb with its help and an exit code.</summary>
public static class PortalVerbs
{
    /// <summary>A first argument that is no option names a verb; so does a call for help.</summary>
    public static bool IsAsked(string[] args) => args.Length > 0 && (!args[0].StartsWith('-') || args[0] is "--help" or "-h" or "-?" or "--version");

    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Kamtibmas portal. Without a verb it serves pages; configuration comes from appsettings.json and the environment.")
        {
            MigrateVerb.Command(),
            ImportVerb.Command(),
            RefreshVerb.Command(),
            RetagVerb.Command(),
            ReindexVerb.Command(),
            ExportVerb.Command(),
            ExtractVerb.Command(),
            TagVerb.Command(),
            DiscoverVerb.Command(),
            WordsVerb.Command(),
            VerifyVerb.Command(),
            CreateEditorVerb.Command(),
        };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            return await RefuseAsync(parsed.Errors.Select(e => e.Message), parsed.CommandResult.Command is RootCommand ? null : parsed.CommandResult.Command.Name);
        }

        // A call for help swallows the fault of a verb that does not exist.
        if (parsed.CommandResult.Command is RootCommand && parsed.UnmatchedTokens.Count > 0)
        {
            return await RefuseAsync(parsed.UnmatchedTokens.Select(t => $"Unrecognized command or argument '{t}'."));
        }

        return await ExitCodes.GuardAsync(() => parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }));
    }

    /// <summary>Tells what is wrong with the words of a call, and where to read what would be right.</summary>
    public static async Task<int> RefuseAsync(IEnumerable<string> faults, string? verb = null)
    {
        foreach (var fault in faults)
        {
            await Console.Error.WriteLineAsync(fault);
        }

        await Console.Error.WriteLineAsync($"See: {(verb is null ? "" : verb + " ")}--help");
        return ExitCodes.WrongUsage;
    }
}

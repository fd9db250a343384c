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
            ExtractVerb.Command(),
            TagVerb.Command(),
            DiscoverVerb.Command(),
            WordsVerb.Command(),
            CreateEditorVerb.Command(),
        };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await Console.Error.WriteLineAsync(error.Message);
            }

            await Console.Error.WriteLineAsync($"See: {(parsed.CommandResult.Command is RootCommand ? "" : parsed.CommandResult.Command.Name + " ")}--help");
            return ExitCodes.WrongUsage;
        }

        return await ExitCodes.GuardAsync(() => parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }));
    }
}

using System.CommandLine;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.Web.Security;
using KamtibmasPortal.Web.Start;
using Microsoft.AspNetCore.Identity;

namespace KamtibmasPortal.Web.Verbs;

public static class CreateEditorVerb
{
    public static Command Command()
    {
        var email = new Argument<string>("EMAIL") { Description = "E-mail address, with which the editor signs in." };
        var role = new Option<string>("--role") { Description = "What the editor may do.", Required = true, HelpName = string.Join('|', EditorRoles.All) };
        role.AcceptOnlyFromAmong([.. EditorRoles.All]);
        var command = new Command("create-editor", "Makes an account for the redaksi. The password comes from a prompt, or from the first line of standard input when that is not a terminal.") { email, role };
        command.SetAction((parsed, cancellation) => VerbRun.WithStoreAsync(
            (run, _) => CreateAsync(run, parsed.GetRequiredValue(email).Trim(), parsed.GetRequiredValue(role)), cancellation));
        return command;
    }

    private static async Task<int> CreateAsync(VerbRun run, string email, string role)
    {
        var accounts = run.Get<EditorAccounts>();
        if (await AreToldAsync(email, await accounts.FaultsOfAsync(email)))
        {
            return ExitCodes.Failed;
        }

        if (PasswordPrompt.Read() is not { } password || await AreToldAsync(email, await accounts.CreateAsync(email, password, role)))
        {
            return ExitCodes.Failed;
        }

        await Console.Out.WriteLineAsync($"{email} {role}");
        return ExitCodes.Done;
    }

    /// <summary>Each fault once: Identity finds the same one in the name and in the address, which are one here.</summary>
    private static async Task<bool> AreToldAsync(string email, IReadOnlyList<IdentityError> faults)
    {
        foreach (var fault in faults.Select(AccountFaults.InEnglish).Distinct(StringComparer.Ordinal))
        {
            await Console.Error.WriteLineAsync($"{email}: {fault}");
        }

        return faults.Count > 0;
    }
}

using System.CommandLine;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.Web.Security;
using KamtibmasPortal.Web.Start;

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
        if (PasswordPrompt.Read() is not { } password)
        {
            return ExitCodes.Failed;
        }

        var faults = await run.Get<EditorAccounts>().CreateAsync(email, password, role);
        foreach (var fault in faults)
        {
            await Console.Error.WriteLineAsync($"{email}: {AccountFaults.InEnglish(fault)}");
        }

        if (faults.Count > 0)
        {
            return ExitCodes.Failed;
        }

        await Console.Out.WriteLineAsync($"{email} {role}");
        return ExitCodes.Done;
    }
}

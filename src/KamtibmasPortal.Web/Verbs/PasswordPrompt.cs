using Spectre.Console;

namespace KamtibmasPortal.Web.Verbs;

/// <summary>Asks for a new password without showing it, or takes it from standard input.</summary>
public static class PasswordPrompt
{
    /// <summary>Null when there is none; why was said on standard error.</summary>
    public static string? Read()
    {
        if (Console.IsInputRedirected)
        {
            var line = Console.In.ReadLine();
            if (string.IsNullOrEmpty(line))
            {
                Console.Error.WriteLine("No password: standard input is empty. Its first line is the password.");
                return null;
            }

            return line;
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        var first = console.Prompt(new TextPrompt<string>("Password:").Secret(mask: null));
        var second = console.Prompt(new TextPrompt<string>("Once more:").Secret(mask: null));
        if (first == second)
        {
            return first;
        }

        Console.Error.WriteLine("The two passwords differ. Nothing was created.");
        return null;
    }
}

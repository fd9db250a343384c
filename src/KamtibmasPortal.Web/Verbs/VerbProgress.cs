using System.Globalization;
using Spectre.Console;

namespace KamtibmasPortal.Web.Verbs;

/// <summary>How far a verb is, on standard error: a bar on a terminal, a plain line now and then elsewhere.</summary>
public static class VerbProgress
{
    private const int PlainLines = 10;

    /// <param name="title">What is being done.</param>
    /// <param name="total">Steps in all.</param>
    /// <param name="work">Calls its argument after each step.</param>
    public static async Task RunAsync(string title, int total, Func<Action, Task> work)
    {
        if (Console.IsErrorRedirected)
        {
            await PlainAsync(title, total, work);
            return;
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        await console.Progress().AutoClear(enabled: false)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async progress =>
            {
                var task = progress.AddTask(Markup.Escape(title), maxValue: Math.Max(1, total));
                await work(() => task.Increment(1));
                task.Value = task.MaxValue;
            });
    }

    private static async Task PlainAsync(string title, int total, Func<Action, Task> work)
    {
        var done = 0;
        var each = Math.Max(1, total / PlainLines);
        await work(() =>
        {
            if (Interlocked.Increment(ref done) is var now && (now % each == 0 || now == total))
            {
                Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{title}: {now} of {total}"));
            }
        });
    }
}

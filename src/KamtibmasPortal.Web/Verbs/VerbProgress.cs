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
    public static Task RunAsync(string title, int total, Func<Action, Task> work) => RunAsync(title, (int?)total, step => work(() => step(total)));

    /// <summary>The same for work that learns only on its way how much it is.</summary>
    /// <param name="title">What is being done.</param>
    /// <param name="total">Steps in all; null while unknown.</param>
    /// <param name="work">Calls its argument after each step, with the steps in all.</param>
    public static async Task RunAsync(string title, int? total, Func<Action<int>, Task> work)
    {
        if (Console.IsErrorRedirected)
        {
            await PlainAsync(title, work);
            return;
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        await console.Progress().AutoClear(enabled: false)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async progress =>
            {
                var task = progress.AddTask(Markup.Escape(title), maxValue: Math.Max(1, total ?? 1));
                task.IsIndeterminate = total is null;
                await work(steps =>
                {
                    (task.IsIndeterminate, task.MaxValue) = (false, Math.Max(1, steps));
                    task.Increment(1);
                });
                (task.IsIndeterminate, task.Value) = (false, task.MaxValue);
            });
    }

    private static async Task PlainAsync(string title, Func<Action<int>, Task> work)
    {
        var done = 0;
        await work(total =>
        {
            if (Interlocked.Increment(ref done) is var now && (now % Math.Max(1, total / PlainLines) == 0 || now == total))
            {
                Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{title}: {now} of {total}"));
            }
        });
    }
}

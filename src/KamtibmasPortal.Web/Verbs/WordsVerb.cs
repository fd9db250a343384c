using System.CommandLine;
using System.Text.Json;
using KamtibmasPortal.News.Text.Words;
using KamtibmasPortal.Web.Start;

namespace KamtibmasPortal.Web.Verbs;

public static class WordsVerb
{
    public static Command Command()
    {
        var text = new Argument<string[]>("TEXT") { Description = "Words or whole sentences.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("words", "Prints each word with the roots it is found by, a line of JSON each. Needs no store.") { text };
        command.SetAction((parsed, cancellation) => VerbRun.WithoutStoreAsync(async (_, token) =>
        {
            await using var output = new StreamWriter(Console.OpenStandardOutput(), new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            foreach (var word in new WordReader().Read(string.Join(' ', parsed.GetRequiredValue(text))))
            {
                token.ThrowIfCancellationRequested();
                await output.WriteLineAsync(JsonSerializer.Serialize(new WordJson(word.Word, word.Terms), DocumentFiles.Json));
            }

            return ExitCodes.Done;
        }, cancellation));
        return command;
    }

    private sealed record WordJson(string Word, IReadOnlyList<string> Terms);
}

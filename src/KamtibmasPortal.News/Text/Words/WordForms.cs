namespace KamtibmasPortal.News.Text.Words;

/// <summary>From a form to its root: menangkap, ditangkap, penangkapannya -> tangkap.</summary>
internal sealed class WordForms(RootList roots)
{
    /// <summary>What is longer is no word of the language and stays whole.</summary>
    private const int LongestWord = 40;

    private static readonly string[] Particles = ["", "lah", "kah", "tah", "pun"];
    private static readonly string[] Clitics = ["nya", "ku", "mu", ""];
    private static readonly (string Letters, Suffix Suffix)[] Suffixes = [("kan", Suffix.Kan), ("an", Suffix.An), ("in", Suffix.In), ("i", Suffix.I), ("", Suffix.None)];

    /// <param name="word">Lower case, letters a to z alone where it is to be taken apart.</param>
    public IReadOnlyList<string> TermsOf(string word)
    {
        if (roots.Find(word) is { } root)
        {
            return root.Terms;
        }

        if (word.Length is < 4 or > LongestWord || !IsPlain(word))
        {
            return [word];
        }

        var parse = new WordParse(roots);
        CutEndings(ref parse, word);
        return parse switch
        {
            { Best: { } best, Rival: { } rival } => [.. best.Terms.Union(rival.Terms)],
            { Best: { } best } => best.Terms,
            { Compound: { } parts } => [.. parts.First.Terms.Union(parts.Second.Terms)],
            { Guesses: { Count: > 0 } guesses } => [word, .. guesses],
            _ => [word],
        };
    }

    private static void CutEndings(ref WordParse parse, ReadOnlySpan<char> word)
    {
        foreach (var particle in Particles)
        {
            if (!word.EndsWith(particle, StringComparison.Ordinal))
            {
                continue;
            }

            var unmarked = word[..^particle.Length];
            foreach (var clitic in Clitics)
            {
                if (!unmarked.EndsWith(clitic, StringComparison.Ordinal))
                {
                    continue;
                }

                var stem = unmarked[..^clitic.Length];
                var cost = (particle switch { "" => 0, "tah" => 14, _ => 8 }) + (clitic switch { "" => 0, "nya" => 6, _ => 12 });
                foreach (var (letters, suffix) in Suffixes)
                {
                    if (stem.Length >= letters.Length + 3 && stem.EndsWith(letters, StringComparison.Ordinal))
                    {
                        parse.Read(stem[..^letters.Length], suffix, cost);
                    }
                }
            }
        }
    }

    private static bool IsPlain(string word) => !word.AsSpan().ContainsAnyExceptInRange('a', 'z');
}

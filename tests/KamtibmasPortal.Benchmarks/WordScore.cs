namespace KamtibmasPortal.Benchmarks;

/// <summary>How well an analysis joins the forms of a family and keeps everything else apart.</summary>
internal sealed class WordScore(WordLists lists, Func<string, IReadOnlyCollection<string>> termsOf)
{
    private readonly Dictionary<string, IReadOnlyCollection<string>> _terms = lists.Forms.ToDictionary(f => f, termsOf, StringComparer.Ordinal);

    /// <summary>Pairs of one family that do not find each other.</summary>
    public IEnumerable<(string One, string Other)> Split() => lists.Families.SelectMany(Pairs).Where(p => !Joined(p.One, p.Other));

    /// <summary>Look-alikes that find each other.</summary>
    public IEnumerable<(string One, string Other)> Confused() => lists.Pairs.Select(p => (One: p[0], Other: p[1])).Where(p => Joined(p.One, p.Other));

    /// <summary>Forms of different families that find each other.</summary>
    public IEnumerable<(string One, string Other)> Strangers() =>
        from i in Enumerable.Range(0, lists.Families.Count)
        from j in Enumerable.Range(i + 1, lists.Families.Count - i - 1)
        from one in lists.Families[i]
        from other in lists.Families[j]
        where Joined(one, other)
        select (one, other);

    public Dictionary<string, double> Figures()
    {
        var within = lists.Families.Sum(f => f.Length * (f.Length - 1) / 2);
        var forms = lists.Families.Sum(f => f.Length);
        var across = (((double)forms * forms) - lists.Families.Sum(f => f.Length * f.Length)) / 2;
        return new(StringComparer.Ordinal)
        {
            ["joined"] = 1 - ((double)Split().Count() / within),
            ["look-alikes apart"] = 1 - ((double)Confused().Count() / lists.Pairs.Count),
            ["families apart"] = 1 - (Strangers().Count() / across),
        };
    }

    public IEnumerable<string> TermsOf(string form) => _terms[form];

    private bool Joined(string one, string other) => _terms[one].Intersect(_terms[other], StringComparer.Ordinal).Any();

    private static IEnumerable<(string One, string Other)> Pairs(string[] family) =>
        from i in Enumerable.Range(0, family.Length)
        from j in Enumerable.Range(i + 1, family.Length - i - 1)
        select (family[i], family[j]);
}

using System.Globalization;
using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.News.Stories;

/// <summary>Reads the marks of a report: rare words by their roots, names, numbers with units, ages, plates.</summary>
internal sealed class MarkReader(WordWeights weights)
{
    private const int Limit = 220;
    private const double Faintest = 0.3;

    /// <summary>Officers and heads of offices speak in every report of their office.</summary>
    private const double OfficialName = 0.25;

    private const double PlaceName = 0.5;

    private static readonly HashSet<string> Offices = new(StringComparer.Ordinal)
    {
        "akbp", "kombes", "kompol", "akp", "iptu", "ipda", "aiptu", "aipda", "bripka", "brigpol", "brigadir", "briptu", "bripda", "brigjen", "irjen", "komjen", "letkol", "mayor", "kapten", "lettu", "letda", "kolonel",
        "kapolres", "kapolresta", "kapolrestabes", "kapolsek", "kapolda", "wakapolres", "wakapolda", "kasat", "kabag", "kanit", "kasi", "kabid", "direktur", "dirreskrimsus", "dirreskrimum", "dirresnarkoba", "dirressiber", "dirlantas",
        "dandim", "danramil", "danrem", "pangdam", "kepala", "ketua", "sekretaris", "bupati", "gubernur", "wali", "camat", "kalaksa", "komisioner", "kajari", "kajati", "sekda", "menteri", "kapolri", "manager", "manajer",
    };

    public StoryMark[] Read(StoryText text, List<StoryWord> title, List<StoryWord> body)
    {
        var marks = new Dictionary<(MarkKind Kind, uint Hash), double>();
        var officials = Officials(body);
        var (wide, near) = Places(text);
        var numbers = NumberPhrase.Find(body);
        foreach (var word in title)
        {
            AddWord(marks, word, officials, wide, near, isName: false);
        }

        foreach (var word in body)
        {
            AddWord(marks, word, officials, wide, near, word.IsCapital && !word.OpensSentence);
        }

        foreach (var number in numbers.Concat(NumberPhrase.Find(title)))
        {
            AddNumber(marks, number);
        }

        AddAges(marks, body);
        return [.. marks.Where(m => m.Value >= Faintest).OrderByDescending(m => m.Value).ThenBy(m => m.Key.Hash).Take(Limit)
            .Select(m => new StoryMark(m.Key.Hash, m.Key.Kind, (byte)Math.Clamp(Math.Round(m.Value * 100), 1, 255))).OrderBy(m => m.Hash).ThenBy(m => m.Kind)];
    }

    private void AddWord(Dictionary<(MarkKind Kind, uint Hash), double> marks, StoryWord word, HashSet<string> officials, HashSet<string> wide, HashSet<string> near, bool isName)
    {
        if (word.Key.Length < 2 || word.IsNumber || wide.Contains(word.Key))
        {
            return;
        }

        var weight = weights[word.Root] * (officials.Contains(word.Key) ? OfficialName : near.Contains(word.Key) ? PlaceName : 1);
        // One key for name and word: a sentence that opens with a name shows no more than its letters.
        var key = (MarkKind.Word, (uint)StoryHash.Of(word.Root, (long)MarkKind.Word));
        weight = isName ? weight * 1.4 : weight;
        marks[key] = Math.Max(marks.GetValueOrDefault(key), weight);
    }

    private static void AddNumber(Dictionary<(MarkKind Kind, uint Hash), double> marks, NumberPhrase number)
    {
        if (number.Value < 2)
        {
            return;
        }

        var value = number.Value.ToString("R", CultureInfo.InvariantCulture);
        var isRare = number.Value > 12 && (number.Value % 10 != 0 || number.Value > 1_000);
        Add(marks, $"{value} {number.Unit}", number.Unit.Length == 0 ? 0.3 : isRare ? 1.5 : number.Value > 12 ? 0.9 : 0.6);
    }

    /// <summary>"Sumiati (54)", "MT (41)".</summary>
    private static void AddAges(Dictionary<(MarkKind Kind, uint Hash), double> marks, List<StoryWord> body)
    {
        for (var i = 1; i < body.Count; i++)
        {
            if (NumberPhrase.Age(body, i) is not null)
            {
                Add(marks, $"{body[i - 1].Key}({body[i].Key})", 1.8);
            }
        }
    }

    private static void Add(Dictionary<(MarkKind Kind, uint Hash), double> marks, string what, double weight)
    {
        var key = (MarkKind.Number, (uint)StoryHash.Of(what, (long)MarkKind.Number));
        marks[key] = Math.Max(marks.GetValueOrDefault(key), weight);
    }

    /// <summary>The capitalised words of every run of them that holds a rank or an office: "Kapolres Pinrang AKBP Rusdi Palallo".</summary>
    private static HashSet<string> Officials(List<StoryWord> body)
    {
        var officials = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < body.Count; i++)
        {
            if (!body[i].IsCapital)
            {
                continue;
            }

            var end = i + 1;
            while (end < body.Count && body[end].IsCapital && body[end].Gap is ' ' or ',')
            {
                end++;
            }

            for (var at = i; at < end; at++)
            {
                if (Offices.Contains(body[at].Key))
                {
                    officials.UnionWith(body.GetRange(at, end - at).Select(w => w.Key));
                    break;
                }
            }

            i = end - 1;
        }

        return officials;
    }

    /// <summary>Words of the names of provinces, regencies and agencies, which every report from there holds, and of the places below them.</summary>
    private static (HashSet<string> Wide, HashSet<string> Near) Places(StoryText text)
    {
        var wide = new HashSet<string>(StringComparer.Ordinal);
        var near = new HashSet<string>(StringComparer.Ordinal);
        foreach (var tag in text.Tags.Where(t => !t.IsImplied && t.Kind is not TagKind.Topic))
        {
            var names = tag.Kind is TagKind.Agency || tag.Key.Length <= 5 ? wide : near;
            names.UnionWith(tag.Evidence.SelectMany(e => e.Text.ToLowerInvariant().Split([' ', '/', '-', ',', '(', ')'], StringSplitOptions.RemoveEmptyEntries)));
        }

        near.ExceptWith(wide);
        return (wide, near);
    }
}

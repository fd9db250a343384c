using System.Globalization;

namespace KamtibmasPortal.News.Stories;

/// <summary>A number as a report gives it: "11,3 kilogram", "dua puluh satu orang", "Rp27,5 juta".</summary>
/// <param name="From">Index of its first word.</param>
/// <param name="To">Index behind its last word, the unit not included.</param>
/// <param name="Value">In the unit; grams for weights, rupiah for money.</param>
/// <param name="Unit">Root of what is counted, one name for each measure; empty when nothing follows.</param>
internal readonly record struct NumberPhrase(int From, int To, double Value, string Unit)
{
    public static List<NumberPhrase> Find(List<StoryWord> words)
    {
        var found = new List<NumberPhrase>();
        for (var i = 0; i < words.Count; i++)
        {
            if (Read(words, i) is { } phrase)
            {
                found.Add(phrase);
                i = phrase.To - 1;
            }
        }

        return found;
    }

    private static NumberPhrase? Read(List<StoryWord> words, int from)
    {
        var at = from;
        double value;
        if (words[at].IsNumber)
        {
            if (!double.TryParse(words[at].Key.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value) || IsClockOrDate(words, at))
            {
                return null;
            }

            at++;
            while (at < words.Count && words[at].Gap == ' ' && Scale(words[at].Key) is { } scale)
            {
                value *= scale;
                at++;
            }
        }
        else if (Spelled(words, ref at) is { } spelled)
        {
            value = spelled;
        }
        else
        {
            return null;
        }

        if (from > 0 && words[from - 1].Key == "rp")
        {
            return new NumberPhrase(from - 1, at, value, "rupiah");
        }

        var unit = at < words.Count && words[at].Gap == ' ' ? words[at] : default;
        var (name, factor) = unit.Key is null || unit.IsNumber ? ("", 1) : Measure(unit.Key, unit.Root);
        return new NumberPhrase(from, at, value * factor, name);
    }

    /// <summary>The age in "Sumiati (54)" or "MT (41)" at this word; null where there is none. "Rabu (10/9/2025)" is no age.</summary>
    public static int? Age(List<StoryWord> words, int at) =>
        at > 0 && words[at].Gap == '(' && words[at].Key.Length == 2 && words[at - 1].IsCapital && !IsClockOrDate(words, at)
        && int.TryParse(words[at].Key, NumberStyles.None, CultureInfo.InvariantCulture, out var age) ? age : null;

    /// <summary>"04.20", the parts of "13/1/2025", "Pasal 114": numbers that count nothing.</summary>
    private static bool IsClockOrDate(List<StoryWord> words, int at) =>
        (at > 0 && words[at - 1].Key is "pasal" or "ayat" or "nomor" or "no" or "tahun" or "pukul" or "rt" or "rw" or "km")
        || words[at].Key.Contains('.', StringComparison.Ordinal)
        || (at > 0 && words[at].Start == words[at - 1].End + 1 && words[at - 1].IsNumber)
        || (at + 1 < words.Count && words[at + 1].Start == words[at].End + 1 && words[at + 1].IsNumber)
        || (words[at].Key.Length == 4 && words[at].Key[0] is '1' or '2' && words[at].Key[1] is '9' or '0');

    /// <summary>"dua puluh satu", "seratus lima puluh", "setengah"; moves behind it.</summary>
    private static double? Spelled(List<StoryWord> words, ref int at)
    {
        double total = 0, group = 0;
        var start = at;
        while (at < words.Count && (at == start || words[at].Gap == ' '))
        {
            var word = words[at].Key;
            if (Digit(word) is { } digit)
            {
                group += digit;
            }
            else if (word is "setengah" && at == start)
            {
                at++;
                return 0.5;
            }
            else if (word is "belas" && at > start)
            {
                group += 10;
            }
            else if (word is "puluh" or "ratus" && at > start)
            {
                group = word == "puluh" ? (group - (group % 10)) + (group % 10 * 10) : group * 100;
            }
            else if (word is "sepuluh" or "sebelas" or "seratus")
            {
                group += word switch { "sepuluh" => 10, "sebelas" => 11, _ => 100 };
            }
            else if (word is "seribu")
            {
                total += 1_000;
            }
            else if (Scale(word) is { } scale && at > start)
            {
                total = (total + group) * scale;
                group = 0;
            }
            else
            {
                break;
            }

            at++;
        }

        return at > start && total + group > 0 ? total + group : null;
    }

    private static int? Digit(string word) => word switch
    {
        "satu" => 1,
        "dua" => 2,
        "tiga" => 3,
        "empat" => 4,
        "lima" => 5,
        "enam" => 6,
        "tujuh" => 7,
        "delapan" => 8,
        "sembilan" => 9,
        _ => null,
    };

    private static double? Scale(string word) => word switch
    {
        "ribu" => 1e3,
        "juta" => 1e6,
        "miliar" or "milyar" => 1e9,
        "triliun" => 1e12,
        _ => null,
    };

    private static (string Name, double Factor) Measure(string word, string root) => word switch
    {
        "kilogram" or "kg" or "kilo" => ("gram", 1_000),
        "gram" or "gr" => ("gram", 1),
        "ton" => ("gram", 1_000_000),
        "kuintal" => ("gram", 100_000),
        "km" or "kilometer" => ("meter", 1_000),
        "m" or "meter" => ("meter", 1),
        "hektare" or "hektar" or "ha" => ("hektare", 1),
        "jiwa" or "orang" => ("orang", 1),
        "kk" or "keluarga" => ("keluarga", 1),
        _ => (root, 1),
    };
}

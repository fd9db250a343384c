using System.Runtime.InteropServices;

namespace KamtibmasPortal.News.Stories;

/// <summary>A number that a report gives for people or goods.</summary>
/// <param name="About">What is counted: "tewas", "luka", "tersangka", "personel", or a unit with what it measures: "gram sabu".</param>
/// <param name="Value">In the unit.</param>
/// <param name="IsRounded">"sekitar", "lebih dari", "ratusan".</param>
/// <param name="Start">Offset of the words, UTF-16 code units.</param>
/// <param name="Length">Length of the words.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct StatedNumber(string About, double Value, bool IsRounded, int Start, int Length);

/// <summary>Reads numbers of people and goods so that those of two reports can be set against each other.</summary>
internal static class StatedNumbers
{
    private const int Reach = 4;

    public static List<StatedNumber> Find(List<StoryWord> words)
    {
        var found = new List<StatedNumber>();
        foreach (var number in NumberPhrase.Find(words))
        {
            if (About(words, number) is not { } about)
            {
                continue;
            }

            var end = number.To < words.Count && number.Unit.Length > 0 && number.Unit != "rupiah" ? words[number.To].End : words[number.To - 1].End;
            found.Add(new StatedNumber(about, number.Value, IsRounded(words, number.From), words[number.From].Start, end - words[number.From].Start));
        }

        return found;
    }

    private static bool IsRounded(List<StoryWord> words, int from) =>
        from > 0 && words[from - 1].Key is "sekitar" or "kurang" or "lebih" or "dari" or "hampir" or "nyaris" or "diperkirakan" or "kira" or "sedikitnya" or "ditaksir";

    private static string? About(List<StoryWord> words, NumberPhrase number) => number.Unit switch
    {
        "" => null,
        "gram" or "liter" or "butir" or "hektare" => Goods(words, number) is { } goods ? $"{number.Unit} {goods}" : null,
        "rupiah" => Money(words, number.From),
        _ => People(words, number),
    };

    /// <summary>What is weighed stands behind the unit, or before the number: "212 gram sabu", "sabu seberat 212 gram".</summary>
    private static string? Goods(List<StoryWord> words, NumberPhrase number)
    {
        for (var at = number.To; at < words.Count && at <= number.To + 2 && (at == number.To || words[at].Gap == ' '); at++)
        {
            if (IsGoods(words[at].Root))
            {
                return words[at].Root;
            }
        }

        for (var at = number.From - 1; at >= 0 && at >= number.From - 3; at--)
        {
            if (IsGoods(words[at].Root))
            {
                return words[at].Root;
            }
        }

        return null;
    }

    private static bool IsGoods(string root) => root is "sabu" or "ganja" or "ekstasi" or "tramadol" or "solar" or "sopi" or "tikus" or "timah" or "emas" or "pupuk" or "miras" or "lahan" or "sawah" or "pil" or "minyak" or "tembakau" or "beras";

    private static string? Money(List<StoryWord> words, int from)
    {
        for (var at = from - 1; at >= 0 && at >= from - Reach; at--)
        {
            if (words[at].Root is "rugi" or "denda" or "omzet" or "tebus" or "suap" or "bantu" or "utang" or "upah")
            {
                return $"rupiah {words[at].Root}";
            }
        }

        return null;
    }

    /// <summary>"dua orang tewas", "lima tersangka", "menewaskan tiga orang": people by what became of them.</summary>
    private static string? People(List<StoryWord> words, NumberPhrase number)
    {
        if (Fate(number.Unit) is { } own)
        {
            return own;
        }

        if (number.Unit is not ("orang" or "warga" or "korban" or "anak" or "remaja" or "pria" or "perempuan" or "pemuda" or "penumpang" or "keluarga" or "rumah"))
        {
            return null;
        }

        for (var at = number.To; at < words.Count && at <= number.To + Reach && (at == number.To || words[at].Gap == ' '); at++)
        {
            if (Fate(words[at].Root) is { } fate)
            {
                return Of(number.Unit, fate);
            }
        }

        return number.From > 0 && words[number.From].Gap == ' ' && Fate(words[number.From - 1].Root) is { } before ? Of(number.Unit, before) : null;
    }

    /// <summary>Persons are persons, whatever they are called; families and houses are counted for themselves.</summary>
    private static string Of(string unit, string fate) => unit is "keluarga" or "rumah" ? $"{unit} {fate}" : fate;

    private static string? Fate(string root) => root switch
    {
        "tewas" or "tinggal" or "mati" => "tewas",
        "luka" or "cedera" => "luka",
        "hilang" => "hilang",
        "ungsi" => "mengungsi",
        "tersangka" or "sangka" => "tersangka",
        "tangkap" or "aman" or "bekuk" or "ringkus" or "ciduk" or "tahan" => "ditangkap",
        "personel" => "personel",
        "rendam" => "terendam",
        "rusak" or "bakar" => "rusak",
        "massa" or "serta" or "ikut" or "buruh" or "mahasiswa" => "peserta",
        _ => null,
    };
}

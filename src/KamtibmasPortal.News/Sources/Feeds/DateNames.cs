using System.Globalization;
using System.Text;

namespace KamtibmasPortal.News.Sources.Feeds;

/// <summary>Names of months and time zones as feeds write them, in the languages whose software writes them.</summary>
internal static class DateNames
{
    /// <summary>Beginnings of month names, upper case and without accents. The longest that fits decides.</summary>
    private static readonly (string Start, int Month)[] Months = [.. new[]
    {
        "JAN GEN ENE OCA STY IAN TAMMI LED SIJ ЯНВ ΙΑΝ",
        "FEB FEV PEB SUB LUT HELMI UNO VELJ ФЕВ ΦΕΒ",
        "MAR MRT MRZ MAC MAE MAA BRE OZU МАР ΜΑΡ ΜΑΩ",
        "APR AVR ABR NIS KWI HUHTI DUB TRA АПР ΑΠΡ",
        "MAY MEI MAI MAJ MAG TOUKO KVE SVI МАИ МАЯ ΜΑΙ",
        "JUN JUIN GIU HAZ CZE KESA CERVEN LIPA IUN ИЮН ΙΟΥΝ ΙΟΝ",
        "JUL JUIL LUG TEM LIP HEINA CERVENEC CERVENCE SRPA IUL ИЮЛ ΙΟΥΛ ΙΟΛ",
        "AUG AOU AGO AGU AGT AGS OGO SIE ELO SRP KOL АВГ ΑΥΓ",
        "SEP SET EYL WRZ SYYS ZAR RUJ СЕН ΣΕΠ",
        "OCT OKT OUT OTT EKI PAZ LOKA RIJ ОКТ ΟΚΤ",
        "NOV NOP KAS LIS MARRAS NOI STU НОЯ ΝΟΕ",
        "DEC DEZ DES DIC DIS ARA GRU JOULU PRO ДЕК ΔΕΚ",
    }.SelectMany((names, i) => names.Split(' ').Select(n => (n, i + 1))).OrderByDescending(n => n.n.Length)];

    private static readonly HashSet<string> IndonesianOnly = new(StringComparer.Ordinal)
    {
        "SENIN", "SELASA", "RABU", "KAMIS", "JUMAT", "SABTU", "MINGGU", "AHAD", "SEN", "SEL", "RAB", "KAM", "JUM", "SAB",
        "JANUARI", "FEBRUARI", "PEBRUARI", "PEB", "MARET", "MEI", "AGUSTUS", "AGU", "AGS", "AGT", "OKTOBER", "OKT", "NOPEMBER", "NOP", "DESEMBER", "DES",
    };

    /// <summary>Minutes east of UTC. Of the military letters only these were ever in use in mail.</summary>
    private static readonly Dictionary<string, int> Zones = new (int Minutes, string Names)[]
    {
        (-720, "M"),
        (-600, "HST"),
        (-540, "AKST"),
        (-480, "PST PT AKDT"),
        (-420, "MST MT PDT"),
        (-360, "CST CT MDT"),
        (-300, "EST ET CDT"),
        (-240, "AST AT EDT"),
        (-210, "NST"),
        (-180, "BRT ART ADT"),
        (-150, "NDT"),
        (-60, "A"),
        (60, "CET MEZ BST WEST WAT N"),
        (120, "EET CEST MESZ CAT SAST"),
        (180, "MSK EAT EEST"),
        (240, "GST"),
        (300, "PKT"),
        (330, "IST"),
        (420, "WIB ICT Asia/Jakarta Asia/Pontianak"),
        (480, "WITA Asia/Makassar SGT MYT HKT PHT AWST"),
        (540, "WIT Asia/Jayapura JST KST"),
        (570, "ACST"),
        (600, "AEST"),
        (630, "ACDT"),
        (660, "AEDT"),
        (720, "NZST Y"),
        (780, "NZDT"),
    }.SelectMany(z => z.Names.Split(' ').Select(name => (name, z.Minutes))).ToDictionary(z => z.name, z => z.Minutes, StringComparer.OrdinalIgnoreCase);

    public static int? Month(string name)
    {
        var bare = Bare(name);
        return Array.Find(Months, m => bare.StartsWith(m.Start, StringComparison.Ordinal)) is { Month: > 0 } found ? found.Month : null;
    }

    /// <summary>Whether the words of a date are Indonesian: then its clock is too.</summary>
    public static bool IsIndonesian(string text) => Bare(text.Replace("Jum'at", "Jumat", StringComparison.OrdinalIgnoreCase)).Split([' ', ',', '.', '-', '/'], StringSplitOptions.RemoveEmptyEntries).Any(IndonesianOnly.Contains);

    /// <summary>Minutes east of UTC; null when nothing is said. A name nobody knows means UTC.</summary>
    public static int? Offset(string zone)
    {
        if (zone.Length == 0)
        {
            return null;
        }

        if (zone[0] is not ('+' or '-'))
        {
            return Zones.GetValueOrDefault(zone, 0);
        }

        var digits = zone[1..].Replace(":", "", StringComparison.Ordinal);
        digits = digits.Length switch { 1 => $"0{digits}00", 2 => digits + "00", 3 => "0" + digits, _ => digits };
        var minutes = (int.Parse(digits.AsSpan(0, 2), CultureInfo.InvariantCulture) * 60) + int.Parse(digits.AsSpan(2, 2), CultureInfo.InvariantCulture);
        return zone[0] == '-' ? -minutes : minutes;
    }

    private static string Bare(string name) =>
        string.Concat(name.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark)).ToUpperInvariant();
}

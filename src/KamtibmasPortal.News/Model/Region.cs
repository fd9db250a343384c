namespace KamtibmasPortal.News.Model;

public enum RegionLevel { Province = 1, Regency = 2, District = 3, Village = 4 }

/// <summary>A unit of government as the Ministry of Home Affairs (Kemendagri) codes it.</summary>
/// <param name="Code">Dotted code, "31.75.05.1001"; the parent is the code without its last part.</param>
/// <param name="Name">Name with its type where the type is part of speech: "Kota Administrasi Jakarta Timur", "Kabupaten Kaur", "Pasar Rebo".</param>
public sealed record Region(string Code, string Name)
{
    public RegionLevel Level => LevelOf(Code);

    /// <summary>Null for a province. Stored, so that children are one index look-up.</summary>
    public string? ParentCode { get; init; } = ParentOf(Code);

    /// <summary>Name without Kota, Kabupaten, Kota Administrasi or Kabupaten Administrasi.</summary>
    public string BaseName => Level is RegionLevel.Regency ? StripType(Name) : Name;

    public bool IsCity => Level is RegionLevel.Regency && Code[3] >= '7';

    public static RegionLevel LevelOf(string code) => (RegionLevel)(code.Count(c => c == '.') + 1);

    public static string? ParentOf(string code) => code.LastIndexOf('.') is var dot and > 0 ? code[..dot] : null;

    /// <summary>The codes above this one, nearest first.</summary>
    public static IEnumerable<string> AncestorsOf(string code)
    {
        for (var up = ParentOf(code); up is not null; up = ParentOf(up))
        {
            yield return up;
        }
    }

    public static bool Contains(string outer, string inner) =>
        inner.Length == outer.Length ? inner == outer : inner.StartsWith(outer, StringComparison.Ordinal) && inner[outer.Length] == '.';

    private static string StripType(string name)
    {
        foreach (var type in (ReadOnlySpan<string>)["Kota Administrasi ", "Kabupaten Administrasi ", "Kabupaten ", "Kota "])
        {
            if (name.StartsWith(type, StringComparison.Ordinal))
            {
                return name[type.Length..];
            }
        }

        return name;
    }
}

namespace KamtibmasPortal.Web.Texts;

/// <summary>Refusals of what was put into a form.</summary>
public static class Form
{
    public const string Unknown = "Nilai ini tidak sah.";
    public const string Number = "Isian ini harus berupa angka.";
    public const string Needed = "Isian ini wajib diisi.";

    public static string Invalid(string value) => $"Nilai “{value}” tidak sah.";

    public static string InvalidFor(string value, string field) => $"Nilai “{value}” tidak sah untuk {field}.";

    public static string UnknownFor(string field) => $"Nilai untuk {field} tidak sah.";

    public static string NumberFor(string field) => $"{field} harus berupa angka.";

    public static string NeededFor(string field) => $"{field} wajib diisi.";
}

using KamtibmasPortal.News.Model;
using KamtibmasPortal.Web.Reading;

namespace KamtibmasPortal.Web.Texts;

/// <summary>Numbers to call.</summary>
public static class Help
{
    public const string Heading = "Nomor yang membantu";
    public const string Intro = "Berlaku di seluruh Indonesia. Dalam keadaan darurat, menelepon selalu lebih cepat daripada membaca berita.";

    public static string Checked(HelpContact contact) => $"diperiksa {IndonesianDates.Day(contact.CheckedOn)}";

    public static string SourceOf(HelpContact contact) => $"Sumber nomor {contact.Number}";

    public static string Call(HelpContact contact) => $"Telepon {contact.Number}, {contact.Name}";
}

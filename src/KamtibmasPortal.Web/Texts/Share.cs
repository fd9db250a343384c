namespace KamtibmasPortal.Web.Texts;

/// <summary>Passing an article on.</summary>
public static class Share
{
    public const string Heading = "Bagikan";
    public const string Native = "Bagikan";
    public const string WhatsApp = "WhatsApp";
    public const string Copy = "Salin tautan";
    public const string Copied = "Tautan disalin";
    public const string NotCopied = "Tautan tidak dapat disalin";
    public const string Print = "Cetak";
    public const string OpensWhatsApp = "(membuka WhatsApp)";
}

using KamtibmasPortal.News.Model;
using KamtibmasPortal.Web.Reading;

namespace KamtibmasPortal.Web.Pages.Articles;

/// <summary>The tags of one kind on an article's page.</summary>
public sealed record TagGroup(TagKind Kind, IEnumerable<TagReading> Tags)
{
    public string Class => Kind switch { TagKind.Region => "wilayah", TagKind.Agency => "instansi", _ => "topik" };

    public string Heading => Kind switch { TagKind.Region => Texts.Story.Regions, TagKind.Agency => Texts.Story.Agencies, _ => Texts.Story.Topics };

    public string Empty => Kind switch { TagKind.Region => Texts.Story.NoRegions, TagKind.Agency => Texts.Story.NoAgencies, _ => Texts.Story.NoTopics };

    /// <summary>Set for the tag that stands for the whole article.</summary>
    public string? MainNote => Kind switch { TagKind.Region => Texts.Story.MainRegion, TagKind.Topic => Texts.Story.MainTopic, _ => null };

    public string AddressOf(TagReading tag) => Kind switch
    {
        TagKind.Region => Addresses.Region(tag.Tag.Tag.Key),
        TagKind.Agency => Addresses.Agency(tag.Tag.Tag.Key),
        _ => Addresses.Topic(tag.Tag.Tag.Key),
    };
}

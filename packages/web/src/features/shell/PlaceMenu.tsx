import { Menu, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { assignmentQuery } from '../../api/assignments.ts';
import { coursesQuery } from '../../api/courses.ts';
import type { Course } from '@labcast/api-client';
import { shellText } from './shellText.ts';
import classes from './Shell.module.css';

/** Where one is: course and assignment, both with the way to their neighbours. */
export function PlaceMenu({ serverName }: { readonly serverName: string }) {
  const { course: courseSlug, assignment: assignmentSlug } = useParams({ strict: false });
  const courses = useQuery(coursesQuery).data?.courses ?? [];
  const assignment = useQuery({
    ...assignmentQuery(assignmentSlug ?? ''),
    enabled: assignmentSlug !== undefined,
  }).data;
  const slug = courseSlug ?? assignment?.course?.slug;
  const course = courses.find((each) => each.slug === slug);
  return (
    <nav
      className={classes.place}
      aria-label={shellText.place}
      data-deep={course !== undefined || undefined}
    >
      <Link to="/" className={classes.mark} title={serverName}>
        Labcast
      </Link>
      {course && <CourseMenu course={course} courses={courses} />}
      {assignment && (
        <AssignmentMenu course={course} slug={assignment.slug} name={assignment.name} />
      )}
    </nav>
  );
}

function CourseMenu({ course, courses }: { course: Course; courses: readonly Course[] }) {
  return (
    <>
      <span aria-hidden>/</span>
      <Menu position="bottom-start">
        <Menu.Target>
          <UnstyledButton dir="auto" title={course.name}>
            {course.name}
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          {courses
            .filter(({ archivedAt }) => archivedAt === undefined)
            .map(({ slug, name }) => (
              <Menu.Item
                key={slug}
                component={Link}
                to="/courses/$course"
                params={{ course: slug } as never}
              >
                <bdi>{name}</bdi>
              </Menu.Item>
            ))}
          <Menu.Divider />
          <Menu.Item component={Link} to="/">
            {shellText.courses}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}

interface AssignmentMenuProps {
  /** Undefined for one that belongs to none. */
  readonly course: Course | undefined;
  readonly slug: string;
  readonly name: string;
}

function AssignmentMenu({ course, slug, name }: AssignmentMenuProps) {
  return (
    <>
      <span aria-hidden>/</span>
      <Menu position="bottom-start">
        <Menu.Target>
          <UnstyledButton dir="auto" title={name}>
            {name}
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          {course?.assignments.map((assignment) => (
            <Menu.Item
              key={assignment.slug}
              component={Link}
              to="/a/$assignment/design"
              params={{ assignment: assignment.slug } as never}
            >
              <bdi>{assignment.name}</bdi>
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item component={Link} to={`/a/${slug}/guide`}>
            {shellText.guide}
          </Menu.Item>
          <Menu.Item component={Link} to={`/a/${slug}/settings`}>
            {shellText.settings}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
